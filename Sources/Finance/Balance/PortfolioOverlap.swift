/// How much two funds hold in common on the same disclosure day: Σ min(weight in a, weight in b).
///
/// SEBI's circular of 26 February 2026 allows certain schemes 50 % at most.
public struct PortfolioOverlap: Hashable, Sendable {
  /// The overlap in percent; below 100 for the same fund when a disclosure is partial.
  public let percent: Double
  /// The names both hold, ascending.
  public let common: [String]

  /// Compares two funds by the weights in percent of what they hold.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a weight that is not from 0 to 100, by its name.
  public init(_ first: [String: Double], _ second: [String: Double]) throws(FinanceError) {
    for (name, weight) in (Array(first) + Array(second)).sorted(by: { $0.key < $1.key })
    where !(0...100).contains(weight) {
      throw FinanceError(.outOfRange, "the weight of \"\(name)\" is not from 0 to 100 percent")
    }
    common = first.keys.filter { second[$0] != nil }.sorted()
    percent = common.reduce(0) { $0 + min(first[$1] ?? 0, second[$1] ?? 0) }
  }
}
