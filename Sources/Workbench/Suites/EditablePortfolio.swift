import Finance
import JSONKit

/// A portfolio's document with the tables it is valued by, for valuing it again with a part changed.
struct EditablePortfolio: Sendable {
  let path: String
  let json: JSONValue
  let prices: PriceTable
  let schemes: SchemeDirectory
  let closes: StockCloses

  /// The portfolio after an edit, valued on its own day.
  ///
  /// - Throws: `FinanceError` when the edit made it unreadable.
  func snapshot(_ edit: (JSONValue) -> JSONValue = { $0 }) throws(FinanceError) -> PortfolioSnapshot {
    let portfolio = try Portfolio(json: edit(json))
    return try PortfolioSnapshot(
      portfolio: portfolio, prices: prices, schemes: schemes, closes: closes, asOf: portfolio.asOf)
  }
}
