import Finance
import JSONKit

@testable import CoachCore

/// Facts for tests, short to write.
enum SampleFacts {
  static let date = CivilDate.minimum

  /// A fact for number grounding.
  static func grounding(_ id: String, _ value: String, _ unit: Fact.Unit, name: String = "") -> GroundingFact
  {
    let number = JSONNumber(text: value)
    return GroundingFact(id: id, name: name, value: number.map { .number($0) } ?? .text(value), unit: unit)
  }

  /// A whole fact.
  static func fact(_ id: String, _ value: String, _ unit: Fact.Unit, display: String = "") -> Fact {
    let number = JSONNumber(text: value)
    return Fact(
      id: id, name: id, value: number.map { .number($0) } ?? .text(value), unit: unit, asOf: date,
      tool: "test",
      toolVersion: "1", params: [:], inputsHash: "", rows: [], quality: .exact,
      display: .init(en: display, hi: display, short: display))
  }

  /// A brief over facts.
  static func brief(
    _ facts: [Fact], mustCite: [String] = [], disclaimers: [Insight.Disclaimer] = []
  ) throws -> ArtifactBrief {
    ArtifactBrief(
      agent: "goal_insights", scope: .goal, scopeRef: "g2", topicKey: "goal:g2:gap:at_risk",
      severity: .action,
      state: "at_risk", lever: "sip", subjectKind: "education", facts: try FactSet(facts), mustCite: mustCite,
      assumptions: [], caveats: [.estimate], disclaimers: disclaimers, asOf: date, language: "en")
  }
}
