/// What a hybrid scheme counts as, class by class.
public struct HybridSplit: Hashable, Sendable {
  /// The part counted as equity; the rest is debt.
  public let equity: Double
}

extension HybridSplit {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "equity", "debt")
    equity = try fields.double("equity", in: 0...1)
    guard (equity + (try fields.double("debt", in: 0...1)) - 1).magnitude <= 1e-9 else {
      throw fields.error(.inconsistent, "and \"equity\" must sum to 1", "debt")
    }
  }
}
