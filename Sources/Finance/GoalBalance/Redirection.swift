/// What sending new instalments to the classes that are short of their targets does, without selling anything.
///
/// Values are taken to stand still: what is held moves neither up nor down while the instalments come in.
public struct Redirection: Hashable, Sendable {
  /// The class that is most below its target.
  public let assetClass: AssetClass
  /// What of this month's instalments goes to it.
  public let amount: Money
  /// The months until every class is within its band; nil when that takes longer than was looked ahead.
  public let monthsToBand: Int?
  /// The months after which the drift is told.
  public let outlook: Int
  /// The largest drift after the outlook, a ratio.
  public let driftAfterOutlook: Double

  /// Redirects `instalments`, rupees a month, of which the first is `now`.
  ///
  /// - Parameter outlook: the months after which the drift is told, at most the number of instalments.
  /// - Returns: nil when nothing is below its target or nothing is paid now.
  /// - Throws: ``FinanceError`` when a value leaves its range.
  public init?(_ balance: GoalBalance, now: Money, instalments: [Double], outlook: Int) throws(FinanceError) {
    guard now > .zero, let under = balance.mostUnder,
      let index = balance.lines.firstIndex(of: under)
    else { return nil }
    assetClass = under.assetClass
    self.outlook = outlook
    amount = try Rebalancing.cashFlow(balance.positions, cash: now)[index]
    var positions = balance.positions
    var monthsToBand: Int?
    var driftAfterOutlook = 0.0
    for (month, cash) in instalments.enumerated() {
      let parts = try Rebalancing.cashFlow(positions, cash: cash)
      positions = zip(positions, parts).map { position, part in
        TargetPosition(name: position.name, value: position.value + part, target: position.target)
      }
      let drift = try AllocationDrift(positions, bands: balance.bands)
      if monthsToBand == nil, drift.breached.isEmpty { monthsToBand = month + 1 }
      if month + 1 == outlook { driftAfterOutlook = drift.largest }
    }
    self.monthsToBand = monthsToBand
    self.driftAfterOutlook = driftAfterOutlook
  }

  /// Redirects the running SIPs of `goal`.
  ///
  /// - Returns: nil when nothing is below its target, no SIP runs, or the goal's date has come.
  /// - Throws: ``FinanceError`` when a table has no row for the day or a value leaves its range.
  public init?(
    _ balance: GoalBalance, of goal: Goal, in snapshot: PortfolioSnapshot, rules: RegulatoryTables
  ) throws(FinanceError) {
    let limits = try rules.balanceLimits(on: snapshot.asOf)
    guard balance.total > .zero, snapshot.asOf.wholeMonths(until: goal.targetDate) > 0 else { return nil }
    let plan = ContributionPlan(goal: goal, sips: snapshot.portfolio.sips, asOf: snapshot.asOf)
    try self.init(
      balance, now: try plan.monthlyAmount(), instalments: plan.instalments(months: limits.redirectMonths),
      outlook: limits.redirectOutlook)
  }
}
