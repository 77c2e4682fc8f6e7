extension PortfolioSnapshot {
  /// How the money of `goal` is meant to be spread: its own target, else the policy's by profile and horizon.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the policy has no row for the day.
  public func targetAllocation(of goal: Goal, policy: PolicyTables) throws(FinanceError) -> Allocation {
    if let own = goal.targetAllocation { return own }
    return try policy.defaultAllocation(
      profile: portfolio.user.riskProfile, horizonMonths: asOf.wholeMonths(until: goal.targetDate), on: asOf)
  }

  /// What `goal` may count on of each class, in the order of ``AssetClass``; the values sum to ``value(of:)``.
  ///
  /// A hybrid scheme counts by the split of `rules`, shares count as equity.
  ///
  /// - Throws: ``FinanceError`` when the rules have no split for the day, or a sum leaves its range.
  public func classValues(of goal: Goal, rules: RegulatoryTables) throws(FinanceError) -> [ClassValue] {
    var parts: [(assetClass: AssetClass, value: Money)] = []
    for share in portfolio.shares where share.goal == goal.id {
      if let holding = holding(share.holding) {
        let part = try holding.value.scaled(by: share.share)
        parts += try split(part, of: holding.scheme.assets, rules: rules)
      } else if let stock = stocks.first(where: { $0.stock.id == share.holding }) {
        parts.append((.equity, try stock.value.scaled(by: share.share)))
      }
    }
    var values: [ClassValue] = []
    for assetClass in AssetClass.allCases {
      let sum = try Money.sum(parts.filter { $0.assetClass == assetClass }.map(\.value))
      values.append(ClassValue(assetClass: assetClass, value: sum))
    }
    return values
  }
}
