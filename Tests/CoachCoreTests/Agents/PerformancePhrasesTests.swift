import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Whatever the agent finds, the composer and the template say it in words every rail lets through.
@Suite("Performance phrases")
struct PerformancePhrasesTests {
  private let agent: PerformanceAgent
  private let pipeline: GuardrailPipeline

  init() throws {
    agent = PerformanceAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: PerformanceSample.date))
    pipeline = GuardrailPipeline.standard(draftSchema: try DraftSchema.schema())
  }

  /// Every text of a brief: the template's, and the composer's in each tone.
  private func texts(_ brief: ArtifactBrief) throws -> [(name: String, draft: Draft)] {
    let book = try Phrasebooks.book(agent: brief.agent, language: brief.language)
    let subject = ProseSubject(brief)
    func draft(_ phrasing: Phrasing, _ words: Int?) -> Draft {
      phrasing.draft(maxWords: words) { brief.facts[$0]?.display.text(in: brief.language) }
    }
    return [("template", draft(book.template(subject), nil))]
      + ["plain", "encouraging", "concise"].map { tone in
        let toned = ProseSubject(
          agent: subject.agent, state: subject.state, lever: subject.lever, kind: subject.kind,
          ref: subject.ref, language: subject.language, tone: tone)
        return (tone, draft(book.composed(toned), 120))
      }
  }

  private func expectPasses(
    _ brief: ArtifactBrief, _ pipeline: GuardrailPipeline, _ place: String
  ) throws {
    for (name, draft) in try texts(brief) {
      let completion = try JSONValueEncoder().encode(draft).compact()
      let judgement = pipeline.judge(completion: completion, brief: brief) {
        Artifact(id: "ins_01", brief: brief, draft: $0)
      }
      let findings = judgement.findings.map { "\($0.code) “\($0.text)” \($0.detail)" }
      let isAccepted = judgement.accepted
      #expect(
        isAccepted,
        "\(place) \(brief.topicKey) \(brief.language) \(name): \(findings.joined(separator: "; ")) in \(draft.bodyMarkdown)"
      )
    }
  }

  @Test("every status of the portfolio, gaining and losing, fresh and stale", arguments: ["en", "hi"])
  func portfolios(language: String) throws {
    for status in PerformanceSample.portfolioStates {
      for (rate, cost) in [(0.1, 400_000), (-0.1, 600_000), (0, 500_000)] as [(Double, Int64)] {
        for isStale in [false, true] {
          let sample = PerformanceSample(
            status: status, rate: rate, cost: Money(rupees: cost), isStale: isStale, language: language)
          for brief in try agent.briefs(try sample.given()) { try expectPasses(brief, pipeline, "sample") }
        }
      }
    }
  }

  @Test("every finding on a holding of every kind", arguments: ["en", "hi"])
  func holdings(language: String) throws {
    var told: Set<String> = []
    for kind in SchemeKind.allCases.map(\.rawValue) {
      for state in SchemeFinding.State.allCases {
        for isStale in [false, true] {
          let sample = PerformanceSample(
            isStale: isStale, scheme: { try Self.scheme(state, kind, $0) }, language: language)
          for brief in try agent.briefs(try sample.given()).dropFirst() {
            told.insert(brief.state)
            try expectPasses(brief, pipeline, kind)
          }
        }
      }
    }
    #expect(told.sorted() == SchemeFinding.State.allCases.map(\.rawValue).sorted())
  }

  private static func scheme(
    _ state: SchemeFinding.State, _ kind: String, _ make: FactMaker
  ) throws -> [Fact] {
    let day = PerformanceSample.date
    func id(_ name: String) -> String { "scheme.h1.\(name)" }
    let about = [try make.state(id("kind"), "kind", kind), try make.state(id("status"), "status", "open")]
    let window = [
      try make.ratio(id("benchmark.fund_return_3y"), "fund", 0.1),
      try make.ratio(id("benchmark.return_3y"), "index", 0.14),
      try make.date(id("benchmark.window_start"), "start", day.adding(months: -44)),
      try make.date(id("benchmark.window_end"), "end", day.adding(months: -8)),
    ]
    switch state {
    case .dormant, .stale: return about + [try make.state(id("nav.state"), "price", state.rawValue)]
    case .behind: return about + window + [try make.percentPoint(id("benchmark.lag_3y"), "lag", 4)]
    case .ahead: return about + window + [try make.percentPoint(id("benchmark.lead_3y"), "lead", 4)]
    case .drawdown:
      return about + [
        try make.ratio(id("drawdown"), "deepest fall, without a sign", 0.31),
        try make.state(id("drawdown.state"), "state", "open"),
        try make.date(id("drawdown.from"), "from", day.adding(months: -20)),
        try make.date(id("drawdown.low"), "low", day.adding(months: -2)),
      ]
    case .tooShort:
      return about + [
        try make.state(id("history.state"), "state", "too_short"),
        try make.months(id("history"), "months", 8),
      ]
    }
  }

  @Test("every portfolio of the fixtures, with its own funds' names forbidden", arguments: ["en", "hi"])
  func fixtures(language: String) async throws {
    let fixture = try EngineFixture()
    var artifacts = 0
    for name in try EngineFixture.allPortfolios() {
      let snapshot = try fixture.snapshot(name)
      let configuration = fixture.configuration
      let reading = try SnapshotReading(
        inputs: SnapshotInputs(snapshot), goals: [], market: configuration.market,
        policy: configuration.policy,
        rules: configuration.rules)
      let facts = try await Fact.made(by: agent.tools(for: reading, facts: .empty))
      let given = GivenFacts(
        asOf: snapshot.asOf,
        user: .init(riskProfile: snapshot.portfolio.user.riskProfile.rawValue, language: language), goals: [],
        facts: try FactSet(facts))
      let privacy = try SnapshotInputs(snapshot).privateNames
      let own = pipeline.knowing(
        PIIDetector(personalValues: privacy.personalValues), names: privacy.schemeNames)
      for brief in try agent.briefs(given) {
        artifacts += 1
        try expectPasses(brief, own, name)
      }
    }
    print("performance \(language): \(artifacts) artifacts of the fixtures, each in 4 wordings")
    #expect(artifacts > 30)
  }
}
