extension GoalAssessment {
  /// Assesses `goal` as if `action` had been taken: what ``assess(_:in:policy:)`` says of a portfolio in which it has.
  ///
  /// - Throws: as ``assess(_:in:policy:)`` does.
  public static func assess(
    _ goal: Goal, taking action: GoalAction, in snapshot: PortfolioSnapshot, policy: PolicyTables
  ) throws(FinanceError) -> GoalAssessment {
    var changed = snapshot
    changed.portfolio.sips = try action.applied(to: snapshot.portfolio.sips, for: goal, asOf: snapshot.asOf)
    return try assess(action.applied(to: goal), in: changed, policy: policy)
  }

  /// The raise of the SIPs to the level one that reaches the target; nil when they are there, or no month is left.
  public var closingIncrease: GoalAction? {
    guard let required = requiredSIPRounded, required > monthlySIP else { return nil }
    return .increaseSIP(required)
  }

  /// The yearly rise that reaches the target, rounded up to a hundredth of a percent; nil when none does.
  public var closingStepUp: GoalAction? {
    guard case .ok(let rate) = requiredStepUp else { return nil }
    return .startStepUp(Projection.roundedUp(rate * 10_000, to: 1) / 10_000)
  }

  /// The target, in today's prices and rounded down to ₹100, that the plan reaches; nil when it reaches the present
  /// one, or not even ₹100.
  ///
  /// - Throws: ``FinanceError`` when the amount leaves its range.
  public func reachableTarget() throws(FinanceError) -> GoalAction? {
    let reached = (targetToday.rupees * fundedRatio / 100).rounded(.down) * 100
    let target = try Money.rounded(rupees: reached)
    guard target > .zero, target < targetToday else { return nil }
    return .lowerTarget(target)
  }

  /// A later date at which the plan reaches the target, else the last one allowed; nil when waiting does not help.
  ///
  /// Where the spread of the money is the person's own, it is the earliest such date; the policy's default may change
  /// with the time left, and then a month or so later can do too. Months are counted from the target date, or from the
  /// snapshot's day when that has come.
  ///
  /// - Parameter longest: the most months to move the date by.
  /// - Throws: as ``assess(_:in:policy:)`` does.
  public static func laterDate(
    for goal: Goal, in snapshot: PortfolioSnapshot, policy: PolicyTables, longest: Int
  ) throws(FinanceError) -> GoalAction? {
    let before = try assess(goal, in: snapshot, policy: policy)
    guard before.fundedRatio < 1 else { return nil }
    let start = max(goal.targetDate, snapshot.asOf)
    let elapsed = snapshot.asOf.wholeMonths(until: start)
    let limit = min(longest, Projection.maximumMonths - elapsed)
    var (months, wanted) = (0, before.monthsToGoal)
    // Each try tells anew how long the plan takes under the spread of that date; it ends, for months only rise.
    while months < limit {
      months = max(months + 1, min(limit, (wanted ?? .max) - elapsed))
      let action = GoalAction.moveDate(start.adding(months: months))
      let after = try assess(goal, taking: action, in: snapshot, policy: policy)
      if after.fundedRatio >= 1 || months == limit {
        return after.fundedRatio > before.fundedRatio ? action : nil
      }
      wanted = after.monthsToGoal
    }
    return nil
  }
}
