/// A line of a statement with the tax lines that belong to it folded in.
struct LedgerEntry {
  let transaction: CASTransaction
  /// Stamp duty of a purchase; STT and TDS of a sale or payout.
  var taxes: Money = .zero

  /// The order within a day.
  private var rank: Int {
    switch transaction.kind {
    case .reversal: 1
    case .redemption, .switchOut, .dividendPayout, .giftOut, .switchOutMerger: 2
    default: 0
    }
  }

  /// The lines that move units or money, by day and by rank, taxes folded into the line before them.
  static func folded(_ transactions: [CASTransaction]) throws(FinanceError) -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    for transaction in transactions {
      switch transaction.kind {
      case .stampDutyTax: try fold(transaction, into: &entries) { $0.takesStampDuty }
      case .sttTax, .tdsTax: try fold(transaction, into: &entries) { $0.paysOut }
      case .misc, .unknown:
        guard transaction.units.map({ $0 == .zero }) ?? true else {
          throw error(.unsupported, "moves units, but its kind is \(transaction.kind.rawValue)", transaction)
        }
      default: entries.append(LedgerEntry(transaction: transaction))
      }
    }
    return entries.enumerated().sorted {
      ($0.element.transaction.date, $0.element.rank, $0.offset)
        < ($1.element.transaction.date, $1.element.rank, $1.offset)
    }.map(\.element)
  }

  private static func fold(
    _ tax: CASTransaction, into entries: inout [LedgerEntry], where matches: (LedgerEntry) -> Bool
  ) throws(FinanceError) {
    guard let amount = tax.amount else { throw error(.missing, "has no amount", tax) }
    let day = entries.indices.filter { entries[$0].transaction.date == tax.date && matches(entries[$0]) }
    // Each duty line follows its purchase; the first of several lines with none yet is the next best owner.
    guard let owner = day.last(where: { entries[$0].taxes == .zero }) ?? day.last else {
      // A reversal gives the duty back with the purchase, whose whole flow goes.
      if amount < .zero, entries.contains(where: { $0.isReversal(on: tax.date) }) { return }
      throw error(.inconsistent, "is a tax on nothing: no line of its day can bear it", tax)
    }
    entries[owner].taxes = try entries[owner].taxes.adding(amount)
  }

  private var takesStampDuty: Bool {
    [.purchase, .purchaseSIP, .switchIn, .switchInMerger, .giftIn, .dividendReinvest].contains(
      transaction.kind)
  }

  private var paysOut: Bool {
    [.redemption, .switchOut, .dividendPayout, .giftOut].contains(transaction.kind)
  }

  private func isReversal(on day: CivilDate) -> Bool {
    transaction.kind == .reversal && transaction.date == day
  }

  static func error(_ code: FinanceError.Code, _ problem: String, _ line: CASTransaction) -> FinanceError {
    FinanceError(code, "the \(line.kind.rawValue) line of \(line.date) \(problem)")
  }
}
