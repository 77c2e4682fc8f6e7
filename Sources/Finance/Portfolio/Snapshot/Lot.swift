/// Units bought together, as far as they are still held.
public struct Lot: Hashable, Sendable {
  /// The day they were bought.
  public let date: CivilDate
  /// The units left.
  public internal(set) var units: Units
  /// What the units left had cost, stamp duty included.
  public internal(set) var cost: Money
  /// How they came; nil for the opening balance of a statement, whose lots are unknown.
  public let origin: TransactionKind?

  /// Whether it is less than 0.01 units, which registrars leave behind.
  var isNegligible: Bool { units.tenThousandths.magnitude < 100 }
}
