import Finance
import JSONKit
import Testing

@testable import CoachCore

/// The Codable types and the JSON Schemas say the same: neither knows a member the other does not.
@Suite("Contracts and their schemas")
struct ContractSchemaTests {
  private let contracts: [String: ContractSchemas.Contract]

  init() throws {
    let all = try ContractSchemas().contracts
    contracts = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }

  private func members(_ contract: String, at pointer: String = "") throws -> [String] {
    let path = try JSONPointer(pointer + "/properties")
    return try #require(contracts[contract]?.document[path]?.object).keys.sorted()
  }

  private func keys<Key: CodingKey & CaseIterable>(_ type: Key.Type) -> [String] {
    type.allCases.map(\.stringValue).sorted()
  }

  @Test("members are equal")
  func membersAreEqual() throws {
    #expect(try members("fact/1") == keys(Fact.CodingKeys.self))
    #expect(try members("insight/1") == keys(Insight.CodingKeys.self))
    #expect(try members("recommendation/1") == keys(Recommendation.CodingKeys.self))
    #expect(try members("critique/1") == keys(Critique.CodingKeys.self))
    #expect(try members("draft/1") == keys(Draft.CodingKeys.self))
    #expect(try members("event/1") == keys(CoachEvent.CodingKeys.self))
    #expect(try members("request/1") == keys(CoachRequest.CodingKeys.self))
    #expect(try members("request/1", at: "/properties/options") == keys(CoachRequest.Options.CodingKeys.self))
  }

  @Test("enumerations are equal")
  func enumerationsAreEqual() throws {
    func values(_ contract: String, _ pointer: String) throws -> [String] {
      let path = try JSONPointer(pointer + "/enum")
      return try #require(contracts[contract]?.document[path]?.array).compactMap(\.string).sorted()
    }
    func raw<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> [String] {
      type.allCases.map(\.rawValue).sorted()
    }
    #expect(try values("fact/1", "/properties/unit") == raw(Fact.Unit.self))
    #expect(try values("fact/1", "/properties/quality") == raw(Fact.Quality.self))
    #expect(try values("insight/1", "/properties/scope") == raw(Insight.Scope.self))
    #expect(try values("insight/1", "/properties/severity") == raw(Insight.Severity.self))
    #expect(try values("insight/1", "/properties/caveats/items") == raw(Insight.Caveat.self))
    #expect(try values("recommendation/1", "/properties/kind") == raw(Recommendation.Kind.self))
    #expect(try values("recommendation/1", "/properties/status") == raw(Recommendation.Status.self))
    #expect(try values("event/1", "/properties/type") == raw(CoachEvent.Kind.self))
    #expect(try values("request/1", "/properties/trigger") == raw(CoachRequest.Trigger.self))
    #expect(try values("critique/1", "/properties/verdict") == raw(Critique.Verdict.self))
    #expect(try values("qa_report/1", "/properties/verdict") == raw(QaReport.Verdict.self))
  }

  @Test("values written by the types pass the schemas")
  func valuesPass() throws {
    let report = QaReport(
      verdict: .repair, checks: [.init(id: "R4:goal:g1", status: .pass, evidence: "nothing found")],
      ungrounded: [.init(span: [0, 3], text: "₹1", reason: "mismatch")])
    let plan = RecommendationPlan(
      kind: .startStepUp, priority: 2,
      actions: [
        .init(
          type: .startStepUp, params: ["goal": "g1", "rate_fact": "a.d"],
          effect: .init(beforeFact: "a.b", afterFact: "a.c"),
          reversible: true)
      ],
      suitability: .init(profile: "moderate", horizonMonths: 60, rulesPassed: ["horizon"], rulesBlocked: []),
      expiresAt: "2026-09-14T00:00:00.000Z")
    let brief = ArtifactBrief(
      agent: "recommendation", scope: .goal, scopeRef: "g1", topicKey: "goal:g1:advice:start_step_up",
      severity: .action, state: "start_step_up", lever: "none", subjectKind: "education",
      facts: .empty, mustCite: [], assumptions: [], caveats: [], disclaimers: [.init(id: "d", text: "t")],
      asOf: .minimum, language: "en", form: .recommendation(plan))
    let recommendation = Recommendation(
      id: "r1", brief: brief, plan: plan,
      draft: Draft(
        title: "t", bodyMarkdown: "why", claims: [], citations: [.init(marker: "[f1]", factID: "a.b")]))
    try expectValid(report, "qa_report/1")
    try expectValid(recommendation, "recommendation/1")
  }

  @Test("given facts, as the fixtures carry them, pass the schema of a fact")
  func fixtureFacts() throws {
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    #expect(given.facts.facts.count > 10)
    for fact in given.facts.facts { try expectValid(fact, "fact/1") }
  }

  private func expectValid(_ value: some Encodable, _ contract: String) throws {
    let violations = try #require(contracts[contract]).schema.validate(try JSONValueEncoder().encode(value))
    #expect(violations.isEmpty, "\(contract): \(violations)")
  }
}
