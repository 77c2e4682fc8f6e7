import Finance

/// A regular plan beside its direct twin.
struct PlanCost {
  let holding: HoldingValuation
  /// The twin's running costs a year, a ratio.
  let directRatio: Double
  /// What the regular plan costs more until the date of the goal it serves most; nil when it serves none to come.
  let drag: (amount: Money, gross: Double)?

  /// The regular plans of `snapshot` whose direct twin and whose costs are known.
  ///
  /// The drag is on what is held and on the running SIPs as they are, at the policy's return of the fund's class.
  static func all(
    in snapshot: PortfolioSnapshot, schemes: SchemeDirectory, policy: PolicyTables, rules: RegulatoryTables
  ) throws -> [PlanCost] {
    try snapshot.holdings.compactMap { holding in
      guard holding.units > .zero, let twin = schemes.directTwin(of: holding.scheme),
        let regular = holding.scheme.totalExpenseRatio, let direct = twin.totalExpenseRatio, direct < regular
      else { return nil }
      let gross = try grossReturn(of: holding.scheme.assets, snapshot, policy, rules)
      let months = horizon(of: holding.id, in: snapshot)
      let sips = snapshot.portfolio.sips.filter {
        $0.holding == holding.id && $0.status == .active && $0.start <= snapshot.asOf
          && $0.end.map { snapshot.asOf <= $0 } ?? true
      }
      let drag = try months.map { months in
        try ExpenseDrag(
          existing: holding.value, sip: try Money.sum(sips.map(\.amount)), months: months, gross: gross,
          dearer: regular / 100, cheaper: direct / 100)
      }
      return PlanCost(holding: holding, directRatio: direct / 100, drag: drag.map { ($0.amount, gross) })
    }
  }

  /// The months to the date of the active goal with the largest share of the holding, of equal shares the first.
  private static func horizon(of holding: String, in snapshot: PortfolioSnapshot) -> Int? {
    let portfolio = snapshot.portfolio
    var largest: (share: Double, goal: Goal)?
    for goal in portfolio.goals where goal.status == .active {
      guard let share = portfolio.shares.first(where: { $0.goal == goal.id && $0.holding == holding })?.share,
        share > (largest?.share ?? 0)
      else { continue }
      largest = (share, goal)
    }
    let months = largest.map { snapshot.asOf.wholeMonths(until: $0.goal.targetDate) }
    return months.flatMap { (1...Projection.maximumMonths).contains($0) ? $0 : nil }
  }

  private static func grossReturn(
    of assets: Scheme.Assets, _ snapshot: PortfolioSnapshot, _ policy: PolicyTables, _ rules: RegulatoryTables
  ) throws -> Double {
    let returns = try policy.classReturns(on: snapshot.asOf)
    func assumed(_ assetClass: AssetClass) -> Double {
      returns.first { $0.assetClass == assetClass }?.annualReturn ?? 0
    }
    let gross: Double
    switch assets {
    case .equity: gross = assumed(.equity)
    case .debt: gross = assumed(.debt)
    case .gold: gross = assumed(.gold)
    case .cash: gross = assumed(.cash)
    case .hybrid:
      let equity = try rules.hybridSplit(on: snapshot.asOf).equity
      gross = equity * assumed(.equity) + (1 - equity) * assumed(.debt)
    }
    return try policy.returnClamp(on: snapshot.asOf).clamped(gross)
  }
}
