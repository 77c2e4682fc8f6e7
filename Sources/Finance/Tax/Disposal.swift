/// Units of one lot sold in one sale.
public struct Disposal: Hashable, Sendable {
  /// The day the lot was bought.
  public let bought: CivilDate
  /// The day of the sale.
  public let sold: CivilDate
  /// The units.
  public let units: Units
  /// What they brought, before exit load and securities transaction tax.
  public let proceeds: Money
  /// The load the fund kept.
  public let exitLoad: Money
  /// Their part of the lot's cost.
  public let cost: Money

  /// A disposal.
  public init(
    bought: CivilDate, sold: CivilDate, units: Units, proceeds: Money, exitLoad: Money = .zero, cost: Money
  ) {
    self.bought = bought
    self.sold = sold
    self.units = units
    self.proceeds = proceeds
    self.exitLoad = exitLoad
    self.cost = cost
  }

  /// Proceeds less load and cost; securities transaction tax is not deductible.
  public var gain: Money { proceeds - exitLoad - cost }

  /// The days the units were held.
  public var daysHeld: Int { bought.days(until: sold) }
}
