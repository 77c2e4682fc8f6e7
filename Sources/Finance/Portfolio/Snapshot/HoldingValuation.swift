/// A holding on a day: what it is, what it is worth, what it cost.
public struct HoldingValuation: Hashable, Sendable {
  /// The holding.
  public let holding: Holding
  /// Its scheme.
  public let scheme: Scheme
  /// The units held.
  public let units: Units
  /// The net asset value the units are valued at.
  public let nav: DatedNAV
  /// Units at the net asset value, rounded once.
  public let value: Money
  /// The remaining cost first in, first out, stamp duty included; nil when the statement does not show every
  /// lot.
  public let cost: Money?
  /// The lots held, oldest first.
  public let lots: [Lot]
  /// Whether the net asset value is too old to be shown without saying so.
  public let isStale: Bool
  /// What was booked to get here.
  public let ledger: LotLedger

  /// The holding's identifier.
  public var id: String { holding.id }

  /// The gain not yet realised; nil when the cost is unknown.
  public var unrealised: Money? { cost.map { value - $0 } }
}
