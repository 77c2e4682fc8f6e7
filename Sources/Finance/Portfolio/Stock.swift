/// Listed shares held beside the funds: valued and counted, never advised on.
public struct Stock: Hashable, Sendable {
  /// The identifier goals refer to it by, such as `e1`; nil when no goal counts on it.
  public let id: String?
  /// The ISIN.
  public let isin: String
  /// The number of shares.
  public let quantity: Units
  /// What they cost in all; nil when it is not known.
  public let cost: Money?
}

extension Stock {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("id", "isin", "quantity", "cost")
    id = fields.optional("id") == nil ? nil : try fields.identifier("id")
    isin = try fields.string("isin")
    guard ISIN.isValid(isin) else {
      throw fields.error(.malformed, "must be an ISIN with the right check digit", "isin")
    }
    guard let quantity = try fields.optionalUnits("quantity"), quantity > .zero else {
      throw fields.error(.outOfRange, "must be a number of shares above 0", "quantity")
    }
    self.quantity = quantity
    cost = fields.optional("cost") == nil ? nil : try fields.nonNegativeMoney("cost")
  }
}
