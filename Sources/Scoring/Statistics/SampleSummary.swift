/// Figures of a set of samples that was kept whole.
public struct SampleSummary: Hashable, Sendable {
  private let sorted: [Double]
  /// The arithmetic mean.
  public let mean: Double
  /// The sum.
  public let total: Double

  /// Summarises samples; nil when there are none or one is not finite.
  public init?(_ samples: [Double]) {
    guard !samples.isEmpty, samples.allSatisfy(\.isFinite) else { return nil }
    sorted = samples.sorted()
    // In ascending order, so that the sum does not depend on the order of arrival.
    total = sorted.reduce(0, +)
    mean = total / Double(sorted.count)
  }

  /// How many samples there are, at least 1.
  public var count: Int { sorted.count }
  /// The smallest sample.
  public var minimum: Double { sorted[0] }
  /// The largest sample.
  public var maximum: Double { sorted[sorted.count - 1] }

  /// The nearest-rank percentile: the smallest sample that at least `percent` % of the samples do not exceed.
  ///
  /// - Parameter percent: 0…100; values outside, and NaN, are taken as the nearest end.
  public func percentile(_ percent: Double) -> Double {
    guard percent > 0 else { return minimum }
    guard percent < 100 else { return maximum }
    // p·n/100 and not p/100·n: 95 · 20 / 100 is exactly 19, 0.95 · 20 need not be.
    let rank = Int((percent * Double(sorted.count) / 100).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }
}
