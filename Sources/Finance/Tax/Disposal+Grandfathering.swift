extension Disposal {
  /// The last day whose values set the cost of units bought until then (Income-tax Act 1961, section 55 (2) (ac)).
  static let grandfathering = CivilDate.days(2018, 1, 31)

  /// Whether the cost of these units may be stepped up to their value of 31 January 2018.
  var isGrandfathered: Bool { bought.daysSince1970 <= Self.grandfathering }

  /// The same sale at the cost the law allows.
  ///
  /// That is the actual cost or, if higher, the lower of the fair value of 31 January 2018 and the proceeds: a gain made
  /// until that day is free, and the step makes no loss.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when units × fair value leaves the range of ``Money``.
  func steppedUp(toFairValue fairValue: NAV) throws(FinanceError) -> Disposal {
    let allowed = max(cost, min(try units.value(at: fairValue), proceeds))
    return Disposal(
      bought: bought, sold: sold, units: units, proceeds: proceeds, exitLoad: exitLoad, cost: allowed)
  }
}
