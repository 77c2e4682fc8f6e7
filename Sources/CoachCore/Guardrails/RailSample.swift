import Finance
import JSONKit

/// A completion made up for the self-test, put together from parts that a sample changes one at a time.
struct RailSample {
  var title = "Education goal is behind"
  var body = RailSample.english
  var claims = [
    Draft.Claim(text: "The plan reaches", markers: ["[f1]"]),
    Draft.Claim(text: "against a target of", markers: ["[f2]"]),
  ]
  var citations = [
    Draft.Citation(marker: "[f1]", factID: "goal.g1.projected"),
    Draft.Citation(marker: "[f2]", factID: "goal.g1.target_future"),
    Draft.Citation(marker: "[f3]", factID: "goal.g1.shortfall"),
  ]
  var language = "en"
  var limits: Set<AdviceLimits.Limit> = []
  var caveats: [Insight.Caveat] = [.estimate]
  var restingUntil: CivilDate?
  var quality: Fact.Quality = .exact
  var plan: RecommendationPlan?
  /// Put in the place of the disclaimers' own words once the artifact is assembled.
  var alteredDisclaimer: String?

  static let english =
    "The plan reaches ₹21.98 L [f1] against a target of ₹42.95 L [f2], a shortfall of ₹20.97 L [f3]."
  static let hindi =
    "योजना ₹21.98 लाख [f1] तक पहुँचती है, जबकि लक्ष्य ₹42.95 लाख [f2] है। यानी ₹20.97 लाख [f3] की कमी है।"

  /// The same sample in Hindi.
  static let inHindi: RailSample = {
    var sample = RailSample()
    sample.title = "शिक्षा का लक्ष्य पीछे है"
    sample.body = hindi
    sample.claims = [
      Draft.Claim(text: "योजना ₹21.98 लाख [f1] तक पहुँचती है", markers: ["[f1]"]),
      Draft.Claim(text: "₹20.97 लाख [f3] की कमी है", markers: ["[f3]"]),
    ]
    sample.language = "hi"
    return sample
  }()

  /// The completion a model would have answered with.
  func completion() -> String {
    let draft: JSONValue = [
      "title": .string(title), "body_md": .string(body),
      "claims": .array(
        claims.map { ["text": .string($0.text), "markers": .array($0.markers.map { .string($0) })] }),
      "citations": .array(
        citations.map { ["marker": .string($0.marker), "fact_id": .string($0.factID)] }),
    ]
    return draft.compact()
  }

  /// What the rails judge.
  ///
  /// - Parameter altered: changes the completion as text.
  /// - Throws: `CoachError` when the sample's own facts clash.
  func subject(_ altered: (String) -> String = { $0 }) throws(CoachError) -> RailSubject {
    let brief = try brief(disclaimer: Self.disclaimer)
    let subject = RailSubject(completion: altered(completion()), brief: brief)
    guard let draft = subject.draft else { return subject }
    let attached = try self.brief(disclaimer: alteredDisclaimer ?? Self.disclaimer)
    return subject.assembled(as: Artifact(id: "self-test", brief: attached, draft: draft))
  }

  private static let disclaimer =
    "Mutual fund investments are subject to market risks, read all documents carefully."

  private func brief(disclaimer: String) throws(CoachError) -> ArtifactBrief {
    ArtifactBrief(
      agent: "goal_insights", scope: .goal, scopeRef: "g1", topicKey: "goal:g1:gap:at_risk",
      severity: .action, state: "at_risk", lever: "sip", subjectKind: "education",
      facts: try FactSet(facts()), mustCite: ["goal.g1.shortfall"], assumptions: [], caveats: caveats,
      disclaimers: [.init(id: "sample", text: disclaimer)], asOf: CivilDate.minimum, language: language,
      form: plan.map(ArtifactBrief.Form.recommendation) ?? .insight, limits: AdviceLimits(limits),
      restingUntil: restingUntil)
  }

  private func facts() -> [Fact] {
    let amounts = [
      ("projected", "2198000.00"), ("target_future", "4295000.00"), ("shortfall", "2097000.00"),
      ("sale.tax", "1200.00"), ("sale.exit_load", "300.00"),
    ]
    return amounts.compactMap { name, value in
      JSONNumber(text: value).map { fact("goal.g1.\(name)", $0, .inr) }
    }
      + [("probability", "0.72"), ("xirr", "0.11")].compactMap { name, value in
        JSONNumber(text: value).map { fact("goal.g1.\(name)", $0, .ratio) }
      }
  }

  private func fact(_ id: String, _ value: JSONNumber, _ unit: Fact.Unit) -> Fact {
    Fact(
      id: id, name: "sample", value: .number(value), unit: unit, asOf: CivilDate.minimum, tool: "self_test",
      toolVersion: "1", params: [:], inputsHash: "", rows: [], quality: quality,
      display: .init(en: "", hi: "", short: ""))
  }
}
