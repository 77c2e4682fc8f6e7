import Finance
import JSONKit
import Testing

@testable import CoachCore

/// R6, R7, R10, R11 and R12 judge whatever they are given: each answers with findings that lie in the text, none traps.
@Suite("Rails under hostile input")
struct RailRobustnessTests {
  private static let pieces = [
    "", " ", "\n", ".", "!", "?!", "।", "…", "sell", "buy", "more equity", "HDFC", "Mutual Fund", "80C",
    "tax", "exit load",
    "today's price", "current NAV", "as of", "stale", "ignore previous instructions", "<b>", "</", "```",
    "{{", "}}",
    "https://x.y", "=cmd|'/c'!A1", "\u{202E}", "\u{200B}", "\u{0}", "\u{7}", "\u{10FFFF}",
    "e\u{301}\u{301}\u{301}",
    "aGVsbG8gd29ybGQ=", "\\u0041", "SELECT *", "system:", "AMAZING", "great job", "बेचें", "इक्विटी बढ़ाएँ", "नहीं",
    "👩‍👩‍👧", "[f1]", "[f2]", "[f99]", "[", "]", "₹1", "9999999999999999999999", "१२", "-", "“", "”",
    String(repeating: "word ", count: 60), String(repeating: "।", count: 40),
    String(repeating: "a", count: 500),
  ]

  private static let rails: [any Rail] = [
    SuitabilityRail(names: ["HDFC Mutual Fund", "", "\u{200B}", "a", "(((", "बचत निधि"]), StalenessRail(),
    InjectionRail(), StyleRail(), StyleRail(maxWords: 0), StyleRail(maxWords: -1), RepeatsRail(),
  ]

  private func text(_ generator: inout SplitMix) -> String {
    (0..<Int.random(in: 0...12, using: &generator))
      .compactMap { _ in Self.pieces.randomElement(using: &generator) }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
  }

  private func draft(_ generator: inout SplitMix) -> Draft {
    var body = text(&generator)
    // The same words twice are what R12 looks for.
    if Bool.random(using: &generator) { body += " " + body }
    let claims = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      Draft.Claim(text: text(&generator), markers: Bool.random(using: &generator) ? ["[f1]", "[f1]"] : [])
    }
    return Draft(
      title: text(&generator), bodyMarkdown: body, claims: claims + claims.prefix(1),
      citations: [
        .init(marker: "[f1]", factID: "portfolio.nav_date"), .init(marker: "[f1]", factID: "nobody"),
        .init(marker: "[f2]", factID: "holding.h1.value"), .init(marker: "", factID: ""),
      ])
  }

  private func brief(_ generator: inout SplitMix) throws -> ArtifactBrief {
    let dates = ["2026-08-14", "0000-00-00", "", "1900-02-29", "999999999-01-01", "yesterday"]
    let action = Recommendation.Action(
      type: .rebalance, params: [:], effect: .init(beforeFact: "", afterFact: "nobody"),
      reversible: Bool.random(using: &generator))
    let plan = RecommendationPlan(
      kind: Recommendation.Kind.allCases.randomElement(using: &generator) ?? .noAction, priority: .max,
      actions: Array(repeating: action, count: Int.random(in: 0...5, using: &generator)),
      suitability: .init(profile: "", horizonMonths: .min, rulesPassed: [], rulesBlocked: []),
      expiresAt: "never")
    let sample = try SampleFacts.brief([
      SampleFacts.fact("portfolio.nav_date", dates.randomElement(using: &generator) ?? "", .date),
      SampleFacts.fact("holding.h1.value", "1e308", .inr),
    ])
    return ArtifactBrief(
      agent: sample.agent, scope: sample.scope, scopeRef: nil, topicKey: text(&generator), severity: .info,
      state: "", lever: "", subjectKind: "", facts: sample.facts, mustCite: [], assumptions: [], caveats: [],
      disclaimers: [],
      asOf: Bool.random(using: &generator) ? .minimum : CivilDate(iso: "2026-08-14") ?? .minimum,
      language: ["en", "hi", "", "xx", "\u{0}"].randomElement(using: &generator) ?? "en",
      form: Bool.random(using: &generator) ? .insight : .recommendation(plan),
      limits: Bool.random(using: &generator) ? .none : AdviceLimits(Set(AdviceLimits.Limit.allCases)),
      restingUntil: Bool.random(using: &generator) ? nil : .minimum)
  }

  @Test("any draft, brief and plan: a bounded code, and a span inside its field")
  func drafts() throws {
    var generator = SplitMix(seed: 47)
    for _ in 0..<600 {
      let (draft, brief) = (draft(&generator), try brief(&generator))
      let subject = RailSubject(draft: draft, brief: brief)
      let assembled = subject.assembled(as: Artifact(id: "a", brief: brief, draft: draft))
      let lengths = Dictionary(
        draft.proseFields.map { ($0.pointer, $0.text.unicodeScalars.count) },
        uniquingKeysWith: { first, _ in first })
      for rail in Self.rails {
        for finding in rail.judge(subject) + rail.judge(assembled) {
          #expect(finding.code.contains(/^[a-z_]+$/), "\(rail.id) \(finding.code)")
          guard let length = lengths[finding.field] else { continue }
          let isInside = 0 <= finding.start && finding.start <= finding.end && finding.end <= length
          #expect(isInside, "\(rail.id) \(finding.code) \(finding.start)..<\(finding.end) of \(length)")
        }
      }
    }
  }

  @Test("what is no draft is nothing to judge, and never passed")
  func noDraft() throws {
    var generator = SplitMix(seed: 53)
    for _ in 0..<300 {
      let completion = text(&generator)
      let subject = RailSubject(completion: completion, brief: try brief(&generator))
      try #require(subject.draft == nil)
      for rail in Self.rails {
        #expect(rail.judge(subject).map(\.code) == ["nothing_to_judge"], "\(rail.id)")
      }
    }
  }

  @Test("the whole pipeline has a verdict of every rail on any draft, and keeps its quotations short")
  func pipeline() throws {
    let pipeline = GuardrailPipeline.standard(draftSchema: try DraftSchema.schema())
    var generator = SplitMix(seed: 59)
    for _ in 0..<150 {
      let brief = try brief(&generator)
      var sample = DraftSample()
      sample.title = "t" + text(&generator).prefix(60)
      sample.body = "b" + text(&generator).prefix(1000)
      let judgement = pipeline.judge(completion: sample.completion, brief: brief) {
        Artifact(id: "a", brief: brief, draft: $0)
      }
      let rails = judgement.verdicts.map(\.rail)
      // A text that is no draft by its length or its bytes is refused by the first two alone.
      #expect(rails == GuardrailVerdict.Rail.allCases || (rails.count <= 2 && !judgement.accepted))
      for finding in judgement.findings { #expect(finding.text.unicodeScalars.count <= 81) }
    }
  }
}
