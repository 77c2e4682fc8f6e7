/// What a sale would take of one lot, at values that stand still until it is made.
struct LotSale: Hashable, Sendable {
  let bought: CivilDate
  let units: Units
  /// All units of the lot, of which a part may be free of load.
  let lot: Units
  let proceeds: Money
  let cost: Money
  let taxClass: Scheme.TaxClass
  let loads: ExitLoadSchedule

  /// The sale if it is made on `day`.
  func disposal(on day: CivilDate) -> Disposal {
    Disposal(
      bought: bought, sold: day, units: units, proceeds: proceeds,
      exitLoad: loads.load(on: proceeds, of: units, from: lot, allotted: bought, redeemed: day), cost: cost)
  }

  /// The lots of `holding` that a sale of `units` takes, first in, first out.
  ///
  /// - Throws: ``FinanceError`` `incompleteStatement` when its lots are unknown, `inconsistent` for more units than
  ///   are held.
  static func take(_ units: Units, of holding: HoldingValuation, on day: CivilDate)
    throws(FinanceError) -> [LotSale]
  {
    guard holding.cost != nil else {
      throw FinanceError(
        .incompleteStatement, "the lots of \(holding.id) are unknown, so is the tax on a sale")
    }
    let lots = holding.lots.map { TaxLot(date: $0.date, units: $0.units, cost: $0.cost) }
    let matching = try LotMatching(
      lots: lots, sales: [.init(date: day, units: units, nav: holding.nav.value)])
    let loads = try ExitLoadSchedule(holding.scheme.exitLoads)
    let oldestFirst = lots.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    return zip(oldestFirst, matching.disposals).map { lot, taken in
      LotSale(
        bought: taken.bought, units: taken.units, lot: lot.element.units, proceeds: taken.proceeds,
        cost: taken.cost, taxClass: holding.scheme.taxClass, loads: loads)
    }
  }
}
