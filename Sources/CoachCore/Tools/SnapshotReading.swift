import Finance

/// What tools may read: the valued portfolio, the goals in scope, the markets and the dated rules.
struct SnapshotReading: Sendable {
  /// The portfolio, valued, and what hashes are taken over.
  let inputs: SnapshotInputs
  /// The active goals in scope, in the portfolio's order.
  let goals: [Goal]
  /// NAV histories, benchmarks, disclosed holdings and the scheme directory.
  let market: MarketData
  /// Assumptions, bands and disclaimers.
  let policy: PolicyTables
  /// Categories, taxes, suitability and the like.
  let rules: RegulatoryTables
  /// How the probability of reaching a goal is worked out.
  var simulation = SimulationMethod.standard
  /// Where questions can be looked up; nil where nothing may be.
  var research: (any ResearchSource)?

  /// The portfolio, valued.
  var snapshot: PortfolioSnapshot { inputs.snapshot }
}
