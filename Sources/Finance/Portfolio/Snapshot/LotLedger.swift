/// What the lines of one scheme in one folio add up to: lots first in, first out, and cash flows.
///
/// - Stamp duty is a line of its own and belongs to the purchase before it on its day: it counts in the
///   lot's cost and in the flow. STT and TDS belong to the redemption or payout before them and lessen what
///   was received, not the proceeds.
/// - A reversal takes back a purchase that was never paid: its lot, its duty and its flow go.
/// - Reinvested income and segregated units bring lots without a flow, the latter at no cost.
/// - A merger takes all lots to another scheme, with their days, costs and flows: it is no sale.
/// - A gift brings lots whose cost the giver knows; until then the ledger is not complete. A gift that
///   leaves takes the oldest lots without a gain, and counts as a flow of what it was worth.
/// - Within a day purchases come first, then reversals, then sales.
public struct LotLedger: Hashable, Sendable {
  /// The lots still held, oldest first.
  public internal(set) var lots: [Lot] = []
  /// Proceeds less cost of what was sold.
  public internal(set) var realised: Money = .zero
  /// What was sold, lot by lot.
  public internal(set) var disposals: [Disposal] = []
  /// Whether the cost of every lot is known; gifts and mergers from elsewhere bring lots of unknown cost.
  public internal(set) var isComplete = true
  /// What left by mergers, for the ledgers of the schemes it went to.
  var outgoing: [LotTransfer] = []
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

  /// Books `transactions`, after an `opening` balance whose lots are unknown, with what came by mergers.
  ///
  /// - Throws: ``FinanceError`` for a line without the amount or units its kind needs, a sale of more than is
  ///   held, a reversal of nothing, a tax line that belongs to nothing, and `unsupported` for lines of unknown
  ///   kind that move units.
  public init(_ transactions: [CASTransaction], opening: Lot? = nil) throws(FinanceError) {
    try self.init(transactions, opening: opening, incoming: [])
  }

  init(_ transactions: [CASTransaction], opening: Lot?, incoming: [LotTransfer]) throws(FinanceError) {
    if let opening {
      lots.append(opening)
      isComplete = opening.isNegligible
    }
    var book = LotBook(ledger: self, incoming: incoming)
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
