import Finance
import JSONKit
import Testing

@testable import CoachCore

/// The portfolios of the project, from goal math to published text.
@Suite("Recommendations of the fixtures")
struct RecommendationFixtureTests {
  private static let portfolios =
    (1...30).flatMap { $0 == 27 ? ["F27A", "F27B"] : [$0 < 10 ? "F0\($0)" : "F\($0)"] }
  private let fixture: EngineFixture
  private let pipeline: GuardrailPipeline

  init() throws {
    fixture = try EngineFixture()
    pipeline = GuardrailPipeline.standard(draftSchema: try ContractSchemas().draft)
  }

  /// The facts of goal math and of the steps the agent asks for, and what it makes of them.
  private func briefs(_ name: String, language: String = "en") async throws -> [ArtifactBrief] {
    let snapshot = try fixture.snapshot(name)
    let policy = fixture.configuration.policy
    let reading = try SnapshotReading(
      inputs: SnapshotInputs(snapshot), goals: snapshot.portfolio.goals.filter { $0.status == .active },
      market: fixture.configuration.market, policy: policy, rules: fixture.configuration.rules)
    let agent = RecommendationAgent(policy: try AgentPolicy(policy, on: snapshot.asOf))
    let first = try FactSet(
      try reading.goals.flatMap { try GoalMath(goal: $0, inputs: reading.inputs, policy: policy).run() })
    let second = try FactSet(await Fact.made(by: agent.tools(for: reading, facts: first)))
    return try agent.briefs(
      GivenFacts(
        asOf: snapshot.asOf,
        user: .init(riskProfile: snapshot.portfolio.user.riskProfile.rawValue, language: language),
        goals: reading.goals.map { .init(id: $0.id, kind: $0.kind.rawValue) },
        facts: try first.merging(second)))
  }

  @Test("nothing is proposed where nothing is needed", arguments: ["F01", "F02", "F05", "F09", "F15"])
  func nothingNeeded(name: String) async throws {
    #expect(try await briefs(name).map(\.state) == ["no_action"])
  }

  @Test(
    "the step of each person",
    arguments: [
      ("F03", ["start_step_up"]), ("F04", ["increase_sip"]), ("F07", ["extend_horizon"]),
      ("F08", ["start_step_up"]), ("F10", ["increase_sip"]), ("F16", ["increase_sip"]),
      ("F12", ["lower_target"]), ("F26", ["start_step_up", "extend_horizon"]), ("F28", ["increase_sip"]),
    ])
  func steps(name: String, kinds: [String]) async throws {
    let found = try await briefs(name).map(\.state)
    #expect(found == kinds, "\(found)")
  }

  @Test("a return above the cap is not counted on")
  func aboveCap() async throws {
    let plan = try #require(try await briefs("F04").first?.plan)
    #expect(plan.suitability.rulesBlocked.contains("return_within_cap"))
    #expect(plan.suitability.rulesBlocked.contains("flexible_date"))
  }

  @Test("every text of every portfolio passes every rail", arguments: portfolios, ["en", "hi"])
  func texts(name: String, language: String) async throws {
    let briefs = try await briefs(name, language: language)
    #expect((1...3).contains(briefs.count))
    for brief in briefs {
      try await RecommendationProse(brief: brief, pipeline: pipeline).expectAccepted()
    }
  }
}
