import JSONKit

/// Shares on a day: what they are, what they are worth, what they cost.
public struct StockValuation: Hashable, Sendable {
  /// The shares.
  public let stock: Stock
  /// The close they are valued at.
  public let close: DatedNAV
  /// Quantity at the close, rounded once.
  public let value: Money
  /// Whether the close is too old to be shown without saying so.
  public let isStale: Bool
}

extension StockValuation {
  /// Values the shares at `index` of a portfolio at the last of `closes` on or before `day`.
  ///
  /// - Throws: ``FinanceError`` with the pointer of shares without a close.
  init(_ stock: Stock, at index: Int, closes: StockCloses, day: CivilDate) throws(FinanceError) {
    guard let close = closes.latest(isin: stock.isin, onOrBefore: day) else {
      throw FinanceError(
        .missingPrice, "no close of \(stock.isin) on or before \(day); add a price row",
        pointer: JSONPointer(tokens: ["stocks", String(index), "isin"]))
    }
    self.stock = stock
    self.close = close
    value = try stock.quantity.value(at: close.value)
    isStale = close.isStale(asOf: day)
  }
}
