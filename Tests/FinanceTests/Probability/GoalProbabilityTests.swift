import Finance
import JSONKit
import Testing

@Suite struct GoalProbabilityTests {
  private func probability(
    _ changes: (String, String)..., by method: SimulationMethod = .paths(2_000)
  ) async throws -> GoalProbability? {
    let text = try SamplePortfolio.edited(SamplePortfolio.text, changes)
    let portfolio = try Portfolio(json: try JSONValue(parsing: text))
    let snapshot = try SamplePortfolio.snapshot(of: portfolio)
    let goal = try #require(snapshot.portfolio.goals.first)
    return try await GoalProbability.assess(
      goal, in: snapshot, policy: try PolicyTables.embedded(), by: method)
  }

  @Test func theSampleGoalIsSimulatedUnderItsOwnAssumptions() async throws {
    let result = try #require(try await probability(by: .standard))
    #expect(result.annualReturn == 0.11)
    #expect(result.volatility == 0.18)
    #expect(result.seed == 20_261_122)
    #expect((0.01...0.10).contains(result.probability))
    #expect(try await probability(by: .standard) == result)
  }

  @Test func theClosedFormIsNear() async throws {
    let target = ("\"target_today\": 2500000", "\"target_today\": 1200000")
    let simulated = try #require(try await probability(target, by: .standard))
    let fitted = try #require(try await probability(target, by: .closedForm))
    #expect((simulated.probability - fitted.probability).magnitude < 0.02)
    #expect(fitted.seed == nil)
  }

  @Test func moreMoneyNeverLowersIt() async throws {
    var last = 0.0
    for sip in [10_000, 15_000, 20_000, 30_000, 60_000] {
      let result = try #require(try await probability(("\"amount\": 10000", "\"amount\": \(sip)")))
      #expect(result.probability >= last)
      last = result.probability
    }
    #expect(last > 0.9)
  }

  @Test func instalmentsRiseAsInTheProjection() async throws {
    let level = try #require(try await probability())
    let rising = try #require(
      try await probability(
        (
          "\"flexible_amount\": false, \"step_up\": null",
          "\"flexible_amount\": false, \"step_up\": { \"kind\": \"percent\", \"value\": 0.2, \"month\": 4 }"
        )))
    #expect(rising.probability > level.probability)
  }

  @Test(arguments: [
    ("\"equity\": 1", 0.18), ("\"equity\": 0.5, \"debt\": 0.5", 0.11),
    ("\"equity\": 0.4, \"debt\": 0.3, \"gold\": 0.2, \"cash\": 0.1", 0.115),
  ])
  func volatilityIsTheWeightedSum(allocation: String, volatility: Double) async throws {
    let result = try #require(
      try await probability(
        ("\"target_allocation\": { \"equity\": 1 }", "\"target_allocation\": { \(allocation) }")))
    #expect((result.volatility - volatility).magnitude < 1e-12)
  }

  @Test func aClassWithoutAVolatilityOfItsOwnTakesThePolicys() async throws {
    let result = try #require(try await probability(("\"vol\": 0.18, ", "\"vol\": null, ")))
    #expect(result.volatility == 0.18)
    let own = try #require(try await probability(("\"vol\": 0.18, ", "\"vol\": 0.3, ")))
    #expect(own.volatility == 0.3)
  }

  @Test func aGoalWhoseDateHasComeHasNone() async throws {
    #expect(try await probability(("2034-08-14", "2026-08-14")) == nil)
  }

  @Test(arguments: [0, -1, 10_000_001]) func pathsOutOfRangeAreRefused(paths: Int) async throws {
    await #expect(throws: FinanceError.self) { try await probability(by: .paths(paths)) }
  }
}
