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

  /// Assesses every active goal and spreads the value over asset classes.
  ///
  /// - Throws: `FinanceError` when a goal cannot be assessed or no policy is in force.
  init(_ snapshot: PortfolioSnapshot, policy: PolicyTables) throws(FinanceError) {
    self.snapshot = snapshot
    var goals: [GoalLine] = []
    for goal in snapshot.portfolio.goals where goal.status == .active {
      goals.append(
        GoalLine(goal: goal, assessment: try GoalAssessment.assess(goal, in: snapshot, policy: policy)))
    }
    self.goals = goals
    self.allocation = try Self.allocation(of: snapshot)
  }

  private static func allocation(of snapshot: PortfolioSnapshot) throws(FinanceError) -> [Slice] {
    var slices: [Slice] = []
    // Hybrid funds are shown as what they are called: how they are invested inside changes by the month.
    for assets in Scheme.Assets.allCases {
      let value = try Money.sum(snapshot.holdings.filter { $0.scheme.assets == assets }.map(\.value))
      guard value > .zero else { continue }
      slices.append(
        Slice(assetClass: assets.rawValue, value: value, share: value.rupees / snapshot.value.rupees))
    }
    return slices.sorted { $0.value > $1.value }
  }
}
