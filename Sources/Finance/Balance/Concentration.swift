/// How few positions a portfolio rests on.
public struct Concentration: Hashable, Sendable {
  /// The Herfindahl–Hirschman index, Σ weight²; 1 for a single position.
  public let index: Double

  /// The concentration of `weights`, ratios of the whole.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for no weight above 0, or one that is not from 0 to 1.
  public init(weights: [Double]) throws(FinanceError) {
    if let place = weights.firstIndex(where: { !(0...1).contains($0) }) {
      throw FinanceError(.outOfRange, "weights[\(place)] is not from 0 to 1")
    }
    index = weights.reduce(0) { $0 + $1 * $1 }
    guard index > 0 else { throw FinanceError(.outOfRange, "there is no weight above 0") }
  }

  /// The number of equal positions that would be as concentrated.
  public var effectiveCount: Double { 1 / index }
}
