public import JSONKit

/// A scheme within a folio of a statement, with its lines.
public struct CASScheme: Hashable, Sendable {
  /// The name as printed; never to be matched on.
  public let name: String
  /// The ISIN as printed, if any.
  public let isin: String?
  /// The AMFI code, if the statement's parser found one.
  public let amfiCode: String?
  /// Units before the first line.
  public let open: Units
  /// Units after the last line.
  public let close: Units
  /// What the statement says the holding had cost, if it says so.
  public let statedCost: Money?
  /// Names of nominees: personal data.
  public let nominees: [String]
  /// The lines in the order of the statement.
  public let transactions: [CASTransaction]
  /// Where the scheme stands in its document.
  public let pointer: JSONPointer
}

extension CASScheme {
  init(_ fields: JSONFields) throws(FinanceError) {
    name = try fields.optionalString("scheme") ?? ""
    isin = try fields.optionalString("isin")
    amfiCode = try fields.optionalString("amfi")
    open = try fields.optionalUnits("open") ?? .zero
    guard let close = try fields.optionalUnits("close") else {
      throw fields.error(.missing, "is required", "close")
    }
    self.close = close
    statedCost = try fields.optionalFields("valuation")?.optionalMoney("cost")
    nominees = try fields.optionalStrings("nominees")
    transactions = try fields.optionalList("transactions", CASTransaction.init(_:))
    pointer = fields.pointer
  }

  /// Whether the lines start from nothing: an opening balance has lots the statement does not show.
  public var isComplete: Bool { open.tenThousandths.magnitude < 100 }

  /// Whether close = open + Σ units, within 0.001 a line with units, as registrars round each line.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the units sum beyond their range.
  public func reconciles() throws(FinanceError) -> Bool {
    let moves = transactions.compactMap(\.units)
    let sum = try Units.sum(moves + [open, -close])
    return sum.tenThousandths.magnitude <= 10 * UInt64(max(moves.count, 1))
  }
}
