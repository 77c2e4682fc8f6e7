/// Sales matched with lots, first in, first out, as tax and exit load demand within one scheme of one folio.
public struct LotMatching: Hashable, Sendable {
  /// Units sold on a day at a net asset value.
  public struct Sale: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// The units.
    public let units: Units
    /// The value they were sold at.
    public let nav: NAV

    /// A sale.
    public init(date: CivilDate, units: Units, nav: NAV) {
      self.date = date
      self.units = units
      self.nav = nav
    }
  }

  /// What was sold, in the order of the sales and, within one, of the lots.
  public let disposals: [Disposal]
  /// The lots still held, oldest first.
  public let remaining: [TaxLot]

  /// Matches `sales` with `lots`, each sorted by day; a lot's cost is cut so that its parts add up to it.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for units that are not positive, `inconsistent` for a sale of
  ///   more than was bought up to its day, each by the index in the list given.
  public init(lots: [TaxLot], sales: [Sale], exitLoad: ExitLoad? = nil) throws(FinanceError) {
    if let index = lots.firstIndex(where: { $0.units <= .zero || $0.cost < .zero }) {
      throw FinanceError(.outOfRange, "lots[\(index)] needs units above zero and a cost")
    }
    if let index = sales.firstIndex(where: { $0.units <= .zero }) {
      throw FinanceError(.outOfRange, "sales[\(index)] needs units above zero")
    }
    var open = Self.byDay(lots, \.date)
    var disposals: [Disposal] = []
    for sale in Self.byDay(sales, \.date) {
      var left = sale.units
      while left > .zero {
        guard let lot = open.first, lot.date <= sale.date else {
          throw FinanceError(
            .inconsistent, "the sale of \(sale.date) takes \(left) units more than were bought by then")
        }
        let taken = min(left, lot.units)
        let cost = lot.cost.share(taken.tenThousandths, of: lot.units.tenThousandths) ?? lot.cost
        let proceeds = try taken.value(at: sale.nav)
        disposals.append(
          Disposal(
            bought: lot.date, sold: sale.date, units: taken, proceeds: proceeds,
            exitLoad: exitLoad?.load(on: proceeds, from: lot.date, to: sale.date) ?? .zero, cost: cost))
        let rest = try Units.sum([lot.units, -taken])
        if rest == .zero {
          open.removeFirst()
        } else {
          open[0] = TaxLot(date: lot.date, units: rest, cost: lot.cost - cost)
        }
        left = try Units.sum([left, -taken])
      }
    }
    self.disposals = disposals
    remaining = open
  }

  private static func byDay<Element>(_ list: [Element], _ day: (Element) -> CivilDate) -> [Element] {
    list.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }.map(\.element)
  }
}
