import Scoring

/// Where a percentile may lie by what was measured: 95 % sure, in milliseconds.
struct PercentileInterval: Codable, Hashable, Sendable {
  /// Nil when too few values were measured to name a lower end.
  let low: Double?
  /// Nil when too few were measured to name an upper end, as of p99 with fewer than 368.
  let high: Double?

  init(low: Double?, high: Double?) {
    (self.low, self.high) = (low, high)
  }

  /// Reads the interval off a distribution.
  ///
  /// - Parameter percent: above 0 and below 100.
  init(of percent: Double, in histogram: LatencyHistogram) {
    let ranks = BinomialRanks(percent: percent, count: histogram.count)
    func value(_ rank: UInt64?) -> Double? {
      // Half a rank less, so that rounding cannot reach the next one.
      rank.flatMap { histogram.percentile((Double($0) - 0.5) * 100 / Double(histogram.count)) }
        .map { Double($0) / 1_000 }
    }
    self.init(low: value(ranks.low), high: value(ranks.high))
  }

  /// Whether every value of this interval is above every value of the other.
  func isAbove(_ other: PercentileInterval) -> Bool {
    guard let low, let high = other.high else { return false }
    return low > high
  }
}
