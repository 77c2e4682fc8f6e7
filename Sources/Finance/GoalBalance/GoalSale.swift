/// A sale that brings the class furthest over its target back to it, with what it costs now and what it would cost later
/// (domain rules §2.7).
///
/// Values are taken to stand still until the later day; only holding periods, loads and the financial year move on.
public struct GoalSale: Hashable, Sendable {
  /// The same sale on a later day.
  public struct Later: Hashable, Sendable {
    /// The first of the cheapest days.
    public let date: CivilDate
    /// What it costs then.
    public let cost: SaleCost
  }

  /// The class that is sold.
  public let assetClass: AssetClass
  /// What the sale brings before costs.
  public let amount: Money
  /// What it costs today.
  public let cost: SaleCost
  /// The largest drift after it, its proceeds spread over the classes short of their targets; a ratio.
  public let driftAfter: Double
  /// The cheapest day to come, nil when no day is cheaper than today.
  public let later: Later?
}

extension GoalSale {
  /// The day whose net asset values set the cost of equity units bought until then.
  public static var fairValueDay: CivilDate { CivilDate(unchecked: Disposal.grandfathering) }

  /// Plans the sale for `goal`.
  ///
  /// - Parameter fairValue: a scheme's net asset value of 31 January 2018 by AMFI code, for units bought until then.
  /// - Returns: nil when no class is over its target, nothing can be sold, or the tax cannot be told: lots, fair values,
  ///   the slab rate or rates are unknown.
  /// - Throws: ``FinanceError`` when a value leaves its range or the limits have no row for the day.
  public static func plan(
    _ balance: GoalBalance, for goal: Goal, in snapshot: PortfolioSnapshot, rules: RegulatoryTables,
    fairValue: (String) -> NAV?
  ) throws(FinanceError) -> GoalSale? {
    guard let over = balance.mostOver else { return nil }
    let excess = try Money.rounded(rupees: over.value.rupees - over.target * balance.total.rupees)
    guard let sold = try SaleQuantities(excess, of: over.assetClass, for: goal, in: snapshot) else {
      return nil
    }
    do throws(FinanceError) {
      let pricing = try SalePricing(sold, in: snapshot, rules: rules, fairValue: fairValue)
      let cost = try pricing.cost(on: snapshot.asOf)
      return GoalSale(
        assetClass: over.assetClass, amount: sold.amount, cost: cost,
        driftAfter: try driftAfter(selling: sold.amount, of: over, balance),
        later: try pricing.cheapest(below: cost, before: goal.targetDate))
    } catch  where [.missing, .missingPolicy, .incompleteStatement].contains(error.code) {
      return nil
    }
  }

  private static func driftAfter(selling amount: Money, of over: GoalBalance.Line, _ balance: GoalBalance)
    throws(FinanceError) -> Double
  {
    let without = balance.positions.map { position in
      let sold = position.name == over.assetClass.rawValue ? amount.rupees : 0
      return TargetPosition(
        name: position.name, value: max(0, position.value - sold), target: position.target)
    }
    let parts = try Rebalancing.cashFlow(without, cash: amount.rupees)
    let after = zip(without, parts).map { position, part in
      TargetPosition(name: position.name, value: position.value + part, target: position.target)
    }
    return try AllocationDrift(after, bands: balance.bands).largest
  }
}
