import Finance

/// A portfolio as a person wants to see it: what it is worth, how far each goal is, how it is spread.
struct PortfolioView {
  /// A goal and where it stands.
  struct GoalLine {
    let goal: Goal
    let assessment: GoalAssessment
  }

  /// A part of the value in one asset class.
  struct Slice {
    let assetClass: String
    let value: Money
    /// Of the whole value, 0 to 1.
    let share: Double
  }

  let snapshot: PortfolioSnapshot
  let goals: [GoalLine]
  let allocation: [Slice]

  /// Assesses every active goal and spreads the value over asset classes, hybrids by the split the rules assume.
  ///
  /// - Throws: `FinanceError` when a goal cannot be assessed or no policy is in force.
  init(_ snapshot: PortfolioSnapshot, policy: PolicyTables, rules: RegulatoryTables) throws(FinanceError) {
    self.snapshot = snapshot
    var goals: [GoalLine] = []
    for goal in snapshot.portfolio.goals where goal.status == .active {
      goals.append(
        GoalLine(goal: goal, assessment: try GoalAssessment.assess(goal, in: snapshot, policy: policy)))
    }
    self.goals = goals
    self.allocation = try Self.allocation(of: snapshot, rules: rules)
  }

  private static func allocation(
    of snapshot: PortfolioSnapshot, rules: RegulatoryTables
  ) throws(FinanceError) -> [Slice] {
    var slices: [Slice] = []
    for part in try snapshot.classValues(rules: rules) where part.value > .zero {
      slices.append(
        Slice(
          assetClass: part.assetClass.rawValue, value: part.value,
          share: part.value.rupees / snapshot.value.rupees))
    }
    return slices.sorted { $0.value > $1.value }
  }
}
