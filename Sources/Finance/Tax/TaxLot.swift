/// Units bought together, as tax sees them.
public struct TaxLot: Hashable, Sendable {
  /// The day they were bought.
  public let date: CivilDate
  /// The units.
  public let units: Units
  /// What they cost, stamp duty included.
  public let cost: Money

  /// A lot.
  public init(date: CivilDate, units: Units, cost: Money) {
    self.date = date
    self.units = units
    self.cost = cost
  }
}
