/// What a scheme disclosed it holds on one day.
public struct SchemeDisclosure: Hashable, Sendable {
  /// The scheme.
  public let amfiCode: String
  /// The day the weights are of; two schemes are compared on one day only.
  public let asOf: CivilDate
  /// Percent of the scheme's value by ISIN of the security, each from 0 to 100, together at most 100.
  public let weights: [String: Double]

  /// States a disclosure.
  ///
  /// - Throws: `FinanceError` when a weight or their sum is out of range.
  public init(amfiCode: String, asOf: CivilDate, weights: [String: Double]) throws(FinanceError) {
    let ordered = weights.sorted { $0.key < $1.key }
    if let bad = ordered.first(where: { !(0...100).contains($0.value) }) {
      throw FinanceError(
        .outOfRange, "\(amfiCode) holds \(bad.value) % of \(bad.key); a weight is from 0 to 100")
    }
    let sum = ordered.reduce(0) { $0 + $1.value }
    guard sum <= 100 + 1e-6 else {
      throw FinanceError(.inconsistent, "the weights of \(amfiCode) sum to \(sum) %, more than the whole")
    }
    self.amfiCode = amfiCode
    self.asOf = asOf
    self.weights = weights
  }
}
