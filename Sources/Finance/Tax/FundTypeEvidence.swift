/// What the lines of a scheme tell of how it is taxed, for schemes the directory does not know.
public enum FundTypeEvidence: String, Sendable, CaseIterable {
  /// Securities transaction tax was taken: equity-oriented.
  case equity = "EQUITY"
  /// Units were redeemed without it.
  case debt = "DEBT"
  /// Nothing was redeemed yet.
  case unknown = "UNKNOWN"

  /// The evidence in `transactions`.
  public init(_ transactions: [CASTransaction]) {
    let kinds = transactions.map(\.kind)
    self = kinds.contains(.sttTax) ? .equity : kinds.contains(.redemption) ? .debt : .unknown
  }
}
