/// Stamp duty on units, as parts per million.
public struct StampDuty: Hashable, Sendable {
  /// On what is invested by purchase, instalment, switch in or reinvestment; see ``UnitsAllotment``.
  public let purchasePerMillion: Int64
  /// On the value of units transferred.
  public let transferPerMillion: Int64
}

extension StampDuty {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "purchase", "transfer")
    purchasePerMillion = Int64(try fields.int("purchase", in: 0...1_000_000))
    transferPerMillion = Int64(try fields.int("transfer", in: 0...1_000_000))
  }
}
