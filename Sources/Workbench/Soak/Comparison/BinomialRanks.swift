/// The two order statistics between which a percentile of the whole lies, 95 % sure, whatever the distribution.
///
/// Of `n` independent values the number that does not exceed the true percentile is binomial, so the interval rests on
/// counting alone (W. J. Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2): 2.5 % at most are left on
/// either side.
///
///     BinomialRanks(percent: 50, count: 100)   // the 40th and the 61st of the sorted values
///     BinomialRanks(percent: 99, count: 100)   // the 97th, and no upper one: too few lie above
struct BinomialRanks: Hashable, Sendable {
  /// From 1; nil when so few values were measured that none is low enough.
  let low: UInt64?
  /// From 1; nil when none is high enough.
  let high: UInt64?

  /// What may lie outside on either side.
  private static let tail = 0.025
  /// Above this the normal approximation is off by a rank or two of thousands.
  private static let mostExact: UInt64 = 5_000_000
  private static let z95 = 1.959963984540054

  /// - Parameters:
  ///   - percent: above 0 and below 100; there is no interval for the ends.
  ///   - count: how many values were measured.
  init(percent: Double, count: UInt64) {
    guard count > 0, percent > 0, percent < 100 else {
      (low, high) = (nil, nil)
      return
    }
    let share = percent / 100
    let (below, last) =
      count <= Self.mostExact ? Self.exact(Int(count), share) : Self.approximate(Double(count), share)
    low = below >= 1 ? UInt64(below) : nil
    high = last < Double(count) ? UInt64(max(0, last)) + 1 : nil
  }

  /// The least number of successes above the lower tail, and the least with no more than the upper tail beyond.
  ///
  /// Weights relative to that of the mode, so that nothing overflows; those left out add up to less than 1e-15.
  private static func exact(_ count: Int, _ share: Double) -> (Double, Double) {
    let mode = min(count, Int(Double(count + 1) * share))
    let odds = share / (1 - share)
    var below: [Double] = []
    var weight = 1.0
    for number in stride(from: mode, to: 0, by: -1) {
      weight *= Double(number) / Double(count - number + 1) / odds
      guard weight >= 1e-20 else { break }
      below.append(weight)
    }
    var weights = Array(below.reversed()) + [1]
    weight = 1
    for number in mode..<max(mode, count) {
      weight *= Double(count - number) / Double(number + 1) * odds
      guard weight >= 1e-20 else { break }
      weights.append(weight)
    }
    let (first, total) = (mode - below.count, weights.reduce(0, +))
    var (sum, low) = (0.0, Int?.none)
    for (place, weight) in weights.enumerated() {
      sum += weight / total
      if low == nil, sum > tail { low = first + place }
      if sum >= 1 - tail { return (Double(low ?? first + place), Double(first + place)) }
    }
    return (Double(low ?? count), Double(count))
  }

  private static func approximate(_ count: Double, _ share: Double) -> (Double, Double) {
    let reach = z95 * (count * share * (1 - share)).squareRoot()
    return ((count * share - reach).rounded(.down), min(count, (count * share + reach).rounded(.up)))
  }
}
