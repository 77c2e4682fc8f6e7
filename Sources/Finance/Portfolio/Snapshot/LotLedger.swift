/// What the lines of one scheme in one folio add up to: lots first in, first out, and cash flows.
///
/// - Stamp duty is a line of its own and belongs to the purchase before it on its day: it counts in the
///   lot's cost and in the flow. STT and TDS belong to the redemption or payout before them and lessen what
///   was received, not the proceeds.
/// - A reversal takes back a purchase that was never paid: its lot, its duty and its flow go.
/// - Reinvested income and segregated units bring lots without a flow, the latter at no cost.
/// - Within a day purchases come first, then reversals, then sales.
public struct LotLedger: Hashable, Sendable {
  /// The lots still held, oldest first.
  public internal(set) var lots: [Lot] = []
  /// Proceeds less cost of what was sold.
  public internal(set) var realised: Money = .zero
  /// Income paid out.
  public internal(set) var incomePaid: Money = .zero
  /// What the investor paid (negative) and received, by day; switches included.
  public internal(set) var flows: [Flow] = []

  /// Money that moved on a day.
  public struct Flow: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// Negative when the investor paid.
    public let amount: Money
  }

  /// Books `transactions`, after an `opening` balance whose lots are unknown.
  ///
  /// - Throws: ``FinanceError`` for a line without the amount or units its kind needs, a sale of more than is
  ///   held, a reversal of nothing, a tax line that belongs to nothing, and `unsupported` for mergers, gifts
  ///   and lines of unknown kind that move units.
  public init(_ transactions: [CASTransaction], opening: Lot? = nil) throws(FinanceError) {
    if let opening { lots.append(opening) }
    var book = LotBook(ledger: self)
    for entry in try LedgerEntry.folded(transactions) { try book.apply(entry) }
    self = book.closed()
  }

  /// The units held.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the lots sum beyond the range of ``Units``.
  public func units() throws(FinanceError) -> Units { try Units.sum(lots.map(\.units)) }

  /// The cost of the units held, stamp duty included.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the lots sum beyond the range of ``Money``.
  public func cost() throws(FinanceError) -> Money { try Money.sum(lots.map(\.cost)) }
}
