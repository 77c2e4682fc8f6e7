import Finance
import Testing

@Suite struct MonteCarloTests {
  private func plan(months: Int = 60) throws -> SavingsPlan {
    try SavingsPlan(
      existing: 100_000, sip: 5000, stepUp: 0.1, months: months,
      returns: try LogNormalReturns(mean: 0.12, volatility: 0.18))
  }

  @Test("one to eight tasks count the same", arguments: 1...8)
  func splitDoesNotMatter(tasks: Int) async throws {
    let simulation = MonteCarlo(try plan(), seed: 7)
    let alone = try simulation.outcome(paths: 1003)
    let shared = try await simulation.outcome(paths: 1003, tasks: tasks)
    #expect(alone == shared)
  }

  @Test func rangesOfPathsAreIndependentOfEachOther() throws {
    let simulation = MonteCarlo(try plan(), seed: 7)
    let whole = simulation.finalValues(of: 0..<50)
    #expect(simulation.finalValues(of: 13..<29) == Array(whole[13..<29]))
  }

  @Test func simulationAgreesWithTheClosedForms() throws {
    let plan = try plan()
    let outcome = try MonteCarlo(plan, seed: 20_261_122).outcome(paths: 20_000)
    let fit = FentonWilkinson(plan)
    let simulated = outcome.finalValues.reduce(0, +) / Double(outcome.paths)
    let standardError = fit.standardDeviation / 20_000.0.squareRoot()
    #expect((simulated - fit.mean).magnitude < 4 * standardError)
    let target = outcome.quantile(0.5)
    #expect((try fit.probability(of: target) - 0.5).magnitude < 0.02)
    #expect(outcome.standardError(reaching: target) < 0.004)
  }

  @Test(arguments: [(0, 1.0), (1201, 1), (10, -1), (10, .nan), (10, .infinity)])
  func plansOutOfRangeAreRefused(months: Int, sip: Double) throws {
    let returns = try LogNormalReturns(mean: 0.1, volatility: 0.1)
    let error = #expect(throws: FinanceError.self) {
      try SavingsPlan(existing: 0, sip: sip, months: months, returns: returns)
    }
    #expect(error?.code == .outOfRange)
  }

  @Test(arguments: [0.0, 0.25, 0.5, 0.93, 1])
  func quantileInvertsTheDistribution(p: Double) throws {
    let x = try #require(NormalDistribution.quantile(p))
    #expect((NormalDistribution.cdf(x) - p).magnitude < 1e-15)
  }

  @Test(arguments: [-0.1, 1.1, .nan])
  func quantileOfNoProbabilityIsNil(p: Double) { #expect(NormalDistribution.quantile(p) == nil) }
}
