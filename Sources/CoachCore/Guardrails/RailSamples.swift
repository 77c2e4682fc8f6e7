import Finance
import JSONKit

/// Completions made up for the self-test: one that every rail passes, and for every rail some that it may not.
struct RailSamples {
  /// Passes every rail.
  let clean: RailSubject
  private let brief: ArtifactBrief

  private static let body =
    "The plan reaches ₹21.98 L [f1] against a target of ₹42.95 L [f2], a shortfall of ₹20.97 L [f3]."

  /// Puts the samples together.
  init() throws(CoachError) {
    brief = try Self.makeBrief()
    clean = Self.subject(Self.completion(), brief: brief)
  }

  /// Named samples that the rail has to object to; at least one for each rail.
  func spoiled(for rail: GuardrailVerdict.Rail) -> [(name: String, subject: RailSubject)] {
    let completion = Self.completion()
    return switch rail {
    case .parse:
      [
        ("prose around the object", subject("Here it is: " + completion)),
        ("a key twice", subject(completion.replacing("{\"title\"", with: "{\"title\":\"x\",\"title\""))),
      ]
    case .schema:
      [("an extra key", subject(completion.replacing("{\"title\"", with: "{\"advice\":\"x\",\"title\"")))]
    case .citation:
      [
        ("an unknown fact", subject(completion.replacing("goal.g1.shortfall", with: "goal.g1.windfall"))),
        ("a marker without a citation", body(adding: " Prices rise [f9].")),
      ]
    case .numbers:
      [
        ("an invented number", body(Self.body.replacing("₹21.98 L", with: "₹22.98 L"))),
        ("a number without a marker", body(adding: " Inflation is 6%.")),
        ("a shortfall told as a surplus", body(Self.body.replacing("a shortfall", with: "a surplus"))),
      ]
    case .bannedClaims:
      [
        ("a promise in English", body(adding: " Returns are guaranteed.")),
        ("a promise in Hindi", body(adding: " निश्चित रिटर्न मिलेगा।")),
      ]
    case .disclaimers:
      [
        ("an altered disclaimer", Self.subject(completion, brief: brief, disclaimer: "Markets carry risks.")),
        (
          "a disclaimer retold",
          body(adding: " Mutual funds are subject to market risk, read documents carefully.")
        ),
      ]
    case .pii:
      [
        ("a PAN", body(adding: " PAN ABCPE1234F.")),
        ("a spaced Aadhaar number", body(adding: " Aadhaar 9999 4105 7058.")),
      ]
    }
  }

  private func subject(_ completion: String) -> RailSubject { Self.subject(completion, brief: brief) }

  private func body(_ body: String) -> RailSubject { subject(Self.completion(body: body)) }

  private func body(adding text: String) -> RailSubject { body(Self.body + text) }

  // MARK: Parts

  private static func subject(
    _ completion: String, brief: ArtifactBrief, disclaimer altered: String? = nil
  ) -> RailSubject {
    let subject = RailSubject(completion: completion, brief: brief)
    guard let draft = subject.draft else { return subject }
    let attached = altered.map { text in
      brief.attaching(brief.disclaimers.map { .init(id: $0.id, text: text) })
    }
    return subject.assembled(as: Insight(id: "self-test", brief: attached ?? brief, draft: draft))
  }

  private static func completion(body: String = RailSamples.body) -> String {
    let draft: JSONValue = [
      "title": "Education goal is behind", "body_md": .string(body),
      "claims": [
        ["text": "The plan reaches", "markers": ["[f1]"]],
        ["text": "against a target of", "markers": ["[f2]"]],
      ],
      "citations": [
        ["marker": "[f1]", "fact_id": "goal.g1.projected"],
        ["marker": "[f2]", "fact_id": "goal.g1.target_future"],
        ["marker": "[f3]", "fact_id": "goal.g1.shortfall"],
      ],
    ]
    return draft.compact()
  }

  private static func makeBrief() throws(CoachError) -> ArtifactBrief {
    let date = CivilDate.minimum
    let facts = [("projected", "2198000.00"), ("target_future", "4295000.00"), ("shortfall", "2097000.00")]
      .compactMap { name, value in JSONNumber(text: value).map { fact("goal.g1.\(name)", $0, date) } }
    return ArtifactBrief(
      agent: "goal_insights", scope: .goal, scopeRef: "g1", topicKey: "goal:g1:gap:at_risk",
      severity: .action,
      state: "at_risk", lever: "sip", subjectKind: "education", facts: try FactSet(facts),
      mustCite: ["goal.g1.shortfall"], assumptions: [], caveats: [.estimate],
      disclaimers: [
        .init(
          id: "sample",
          text: "Mutual fund investments are subject to market risks, read all documents carefully.")
      ], asOf: date, language: "en")
  }

  private static func fact(_ id: String, _ value: JSONNumber, _ date: CivilDate) -> Fact {
    Fact(
      id: id, name: "sample", value: .number(value), unit: .inr, asOf: date, tool: "self_test",
      toolVersion: "1",
      params: [:], inputsHash: "", rows: [], quality: .exact, display: .init(en: "", hi: "", short: ""))
  }
}

extension ArtifactBrief {
  /// The same brief with other disclaimers.
  fileprivate func attaching(_ disclaimers: [Insight.Disclaimer]) -> ArtifactBrief {
    ArtifactBrief(
      agent: agent, scope: scope, scopeRef: scopeRef, topicKey: topicKey, severity: severity, state: state,
      lever: lever, subjectKind: subjectKind, facts: facts, mustCite: mustCite, assumptions: assumptions,
      caveats: caveats, disclaimers: disclaimers, asOf: asOf, language: language)
  }
}
