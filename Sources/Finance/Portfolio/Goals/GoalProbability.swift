/// How likely a goal's plan is to reach its inflated target, under the assumptions of its projection.
///
/// Yearly returns are log-normal (``LogNormalReturns``) with the mean the projection grows by, so that the mean of the
/// simulated values is the projected value; instalments are those of the projection, with their steps up and ends. A
/// figure of a simulation is worded "in N simulated paths under the stated assumptions" and shown to whole percent
/// (domain rules §2.4).
public struct GoalProbability: Hashable, Sendable {
  /// The goal's identifier.
  public let goal: String
  /// How it was worked out.
  public let method: SimulationMethod
  /// The part of the paths that end at the target or above, a ratio.
  public let probability: Double
  /// The assumed mean return a year, within the policy's range.
  public let annualReturn: Double
  /// The assumed standard deviation of the yearly return.
  public let volatility: Double
  /// The seed of the paths, fixed by policy so that a figure does not change from run to run; nil without paths.
  public let seed: UInt64?
}

extension GoalProbability {
  /// How many tasks share the paths; any number of them counts the same.
  private static let tasks = 8

  /// The probability of `goal` as of the snapshot's day; nil when the goal's date has come.
  ///
  /// - Throws: ``FinanceError`` when the policy has no row for the day, or an amount, the horizon or the number of paths
  ///   leaves its range.
  public static func assess(
    _ goal: Goal, in snapshot: PortfolioSnapshot, policy: PolicyTables, by method: SimulationMethod
  ) async throws(FinanceError) -> GoalProbability? {
    let months = snapshot.asOf.wholeMonths(until: goal.targetDate)
    guard months > 0 else { return nil }
    let assumption = try GoalAssessment.assumption(of: goal, in: snapshot, policy: policy)
    let volatility = try volatility(of: goal, assumption.allocation, policy, on: snapshot.asOf)
    let plan = try SavingsPlan(
      existing: try snapshot.value(of: goal).rupees,
      instalments: ContributionPlan(goal: goal, sips: snapshot.portfolio.sips, asOf: snapshot.asOf)
        .instalments(months: months),
      returns: try LogNormalReturns(mean: assumption.clamped, volatility: volatility))
    let target = try GoalAssessment.inflated(goal, months: months)
    var seed: UInt64?
    let probability: Double
    switch method {
    case .closedForm:
      probability = try FentonWilkinson(plan).probability(of: target)
    case .paths(let paths):
      let fixed = try policy.simulationSeed(on: snapshot.asOf)
      let outcome = try await MonteCarlo(plan, seed: fixed).outcome(paths: paths, tasks: tasks)
      probability = outcome.probability(reaching: target)
      seed = fixed
    }
    return GoalProbability(
      goal: goal.id, method: method, probability: probability, annualReturn: assumption.clamped,
      volatility: volatility, seed: seed)
  }

  /// Σ weight × class volatility: as if all classes rose and fell together.
  ///
  /// The upper bound for any correlations, since none are assumed: it errs towards a wider spread of outcomes.
  private static func volatility(
    of goal: Goal, _ allocation: Allocation, _ policy: PolicyTables, on day: CivilDate
  ) throws(FinanceError) -> Double {
    let assumptions = goal.assumed + (try policy.classReturns(on: day))
    return allocation.weights.reduce(0) { sum, part in
      let known = assumptions.first { $0.assetClass == part.assetClass && $0.volatility != nil }
      return sum + part.weight * (known?.volatility ?? 0)
    }
  }
}
