extension GoalAssessment {
  /// The multiple of rupees a suggested SIP is rounded up to.
  private static let sipStep = 100.0
  /// The longest wait that months to goal reports.
  private static let patience = 600

  /// Assesses `goal` with the holdings and SIPs of `snapshot` under `policy` as of the snapshot's day.
  ///
  /// - Throws: ``FinanceError`` when the policy has no row for the day, the target lies more than a hundred
  ///   years ahead, or an amount leaves its range.
  public static func assess(_ goal: Goal, in snapshot: PortfolioSnapshot, policy: PolicyTables)
    throws(FinanceError) -> GoalAssessment
  {
    let asOf = snapshot.asOf
    let horizon = asOf.wholeMonths(until: goal.targetDate)
    let months = max(0, horizon)
    let assumption = try Self.assumption(of: goal, in: snapshot, policy: policy)
    let rate = try MonthlyRate(annual: assumption.clamped)
    let plan = ContributionPlan(goal: goal, sips: snapshot.portfolio.sips, asOf: asOf)
    let current = try snapshot.value(of: goal)
    let sip = try plan.monthlyAmount()

    let target = try inflated(goal, months: months)
    let projected = try Projection.monthByMonth(
      plan.instalments(months: months), rate: rate, existing: current.rupees)
    let targetFuture = try Money.rounded(rupees: target)
    let projectedMoney = try Money.rounded(rupees: projected)
    let gap = projectedMoney - targetFuture
    let ratio = projected / target
    let required = try requiredSIP(
      target: target, months: months, rate: rate, existing: current.rupees)

    return GoalAssessment(
      goal: goal.id, allocation: assumption.allocation, allocationIsAssumed: goal.targetAllocation == nil,
      unclampedReturn: assumption.unclamped, assumedReturn: assumption.clamped, inflation: goal.inflation,
      horizonMonths: horizon, targetToday: goal.targetToday, targetFuture: targetFuture,
      currentValue: current, monthlySIP: sip, projected: projectedMoney, gap: gap,
      shortfall: max(.zero, -gap), surplus: max(.zero, gap), fundedRatio: ratio,
      band: horizon <= 0 ? .matured : try policy.bands(on: asOf).band(fundedRatio: ratio),
      requiredSIP: required?.exact, requiredSIPRounded: required?.rounded,
      requiredStepUp: try Projection.requiredStepUp(
        sip: sip.rupees, target: target, months: months, rate: rate, existing: current.rupees),
      monthsToGoal: try monthsToGoal(goal, plan: plan, rate: rate, existing: current.rupees))
  }

  /// How a goal's money is taken to be spread and the return assumed of it, before and within the policy's range.
  static func assumption(
    of goal: Goal, in snapshot: PortfolioSnapshot, policy: PolicyTables
  ) throws(FinanceError) -> (allocation: Allocation, unclamped: Double, clamped: Double) {
    let day = snapshot.asOf
    let allocation = try snapshot.targetAllocation(of: goal, policy: policy)
    let defaults = try policy.classReturns(on: day)
    let unclamped = allocation.weights.reduce(0) { sum, part in
      let assumption = (goal.assumed + defaults).first { $0.assetClass == part.assetClass }
      return sum + part.weight * (assumption?.annualReturn ?? 0)
    }
    return (allocation, unclamped, try policy.returnClamp(on: day).clamped(unclamped))
  }

  /// What a goal costs in rupees after some months.
  static func inflated(_ goal: Goal, months: Int) throws(FinanceError) -> Double {
    try Projection.lumpSum(
      present: goal.targetToday.rupees, annualRate: goal.inflation, years: Double(months) / 12)
  }

  private static func requiredSIP(target: Double, months: Int, rate: MonthlyRate, existing: Double)
    throws(FinanceError) -> (exact: Money, rounded: Money)?
  {
    guard months > 0 else { return nil }
    let required = try Projection.requiredSIP(target: target, months: months, rate: rate, existing: existing)
    return (
      try Money.rounded(rupees: required),
      try Money.rounded(rupees: Projection.roundedUp(required, to: sipStep))
    )
  }

  private static func monthsToGoal(_ goal: Goal, plan: ContributionPlan, rate: MonthlyRate, existing: Double)
    throws(FinanceError) -> Int?
  {
    let instalments = plan.instalments(months: patience)
    var worth = existing
    for month in 0...patience {
      if worth >= (try inflated(goal, months: month)) { return month }
      if month < patience { worth = (worth + instalments[month]) * (1 + rate.value) }
    }
    return nil
  }
}
