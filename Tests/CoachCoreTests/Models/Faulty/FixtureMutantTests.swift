import Testing

@testable import CoachCore

/// The plans the guardrail suite draws, over many seeds.
@Suite("Mutants of the fixtures")
struct FixtureMutantTests {
  #if DEBUG
    /// Unoptimised code judges a plan in a quarter of a minute; the portfolios are those with old prices, with tax and
    /// with personal data everywhere.
    private static let seeds: [UInt64] = [7]
    private static let portfolios: [String]? = ["F02", "F19", "F26"]
  #else
    private static let seeds = (UInt64(0)..<20).map { $0 } + [.max]
    private static let portfolios: [String]? = nil
  #endif

  @Test("every mutant is caught by its rail and no rail objects to a twin, whatever the seed")
  func caught() async throws {
    let mutants = try await FixtureMutants(try Self.portfolios ?? EngineFixture.allPortfolios())
    for seed in Self.seeds {
      let plan = MutantPlan(seed: seed, sites: mutants.sites)
      #expect(plan.mutants.count == MutantPlan.standardCount)
      if Self.portfolios == nil { #expect(plan.withoutPlace == []) }
      let faults = try mutants.faults(of: plan, seed: seed)
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }
}
