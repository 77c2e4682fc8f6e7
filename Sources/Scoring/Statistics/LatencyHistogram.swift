import Histogram

/// A latency distribution of fixed memory that merges without loss: an HdrHistogram in microseconds.
///
/// Values keep three significant digits (a relative error below 0.1 %); the least and the greatest are exact. One a
/// worker, merged at the end.
public struct LatencyHistogram: Sendable {
  /// The longest latency that can be recorded: a day, in microseconds.
  public static let longest: UInt64 = 86_400_000_000

  private var histogram = Histogram<UInt64>(numberOfSignificantValueDigits: .three)
  /// The smallest recorded latency in microseconds; nil when there is none.
  public private(set) var minimum: UInt64?
  /// The greatest recorded latency in microseconds; nil when there is none.
  public private(set) var maximum: UInt64?

  /// An empty histogram.
  public init() {}

  /// How many latencies are recorded.
  public var count: UInt64 { histogram.totalCount }

  /// Records a latency; false when it is longer than a day, and so not recorded.
  @discardableResult
  public mutating func record(microseconds: UInt64) -> Bool {
    record(microseconds, count: 1)
  }

  /// Records a latency, rounded to microseconds; false when it is negative, not finite or longer than a day.
  @discardableResult
  public mutating func record(milliseconds: Double) -> Bool {
    let microseconds = (milliseconds * 1_000).rounded()
    guard microseconds >= 0, microseconds <= Double(Self.longest) else { return false }
    return record(microseconds: UInt64(microseconds))
  }

  /// Adds all latencies of another histogram.
  ///
  /// The result does not depend on the order of merging.
  public mutating func merge(_ other: LatencyHistogram) {
    histogram.add(other.histogram)
    minimum = [minimum, other.minimum].compactMap { $0 }.min()
    maximum = [maximum, other.maximum].compactMap { $0 }.max()
  }

  /// The latency in microseconds that `percent` % of the recorded ones do not exceed; nil when there are none.
  ///
  /// - Parameter percent: 0…100; values outside, and NaN, are taken as the nearest end.
  public func percentile(_ percent: Double) -> UInt64? {
    guard let minimum, let maximum else { return nil }
    guard percent > 0 else { return minimum }
    guard percent < 100 else { return maximum }
    // By the buckets and the exact extremes alone, so that a histogram read from a file answers the same.
    let rank = max(1, UInt64((percent * Double(count) / 100).rounded(.up)))
    var seen: UInt64 = 0
    for bucket in buckets {
      seen += bucket.count
      if seen >= rank {
        return min(max(histogram.highestEquivalentForValue(bucket.microseconds), minimum), maximum)
      }
    }
    return maximum
  }

  /// The filled buckets in ascending order: the smallest latency of the bucket in microseconds, and how many it
  /// holds.
  public var buckets: [(microseconds: UInt64, count: UInt64)] {
    guard let maximum else { return [] }
    var buckets: [(microseconds: UInt64, count: UInt64)] = []
    // Not by the library's iterators: they multiply counts by values, which overflows for counts that a file may
    // claim.
    var value: UInt64 = 0
    while value <= maximum {
      let count = histogram.countForValue(value)
      if count > 0 { buckets.append((value, count)) }
      value = histogram.nextNonEquivalentForValue(value)
    }
    return buckets
  }

  /// Records a latency several times; false when it is too long or the counts would overflow, since a bucket read
  /// from a file may claim any count.
  mutating func record(_ microseconds: UInt64, count: UInt64) -> Bool {
    guard microseconds <= Self.longest, count > 0, !self.count.addingReportingOverflow(count).overflow,
      histogram.record(microseconds, count: count)
    else { return false }
    minimum = min(minimum ?? microseconds, microseconds)
    maximum = max(maximum ?? microseconds, microseconds)
    return true
  }

  /// Replaces the extremes by exact ones that a file states; false when they are not of the outermost buckets.
  mutating func restoreExtremes(least: UInt64?, greatest: UInt64?) -> Bool {
    guard let minimum, let maximum else { return least == nil && greatest == nil }
    guard let least, let greatest, least <= greatest, greatest <= Self.longest,
      histogram.valuesAreEquivalent(least, minimum), histogram.valuesAreEquivalent(greatest, maximum)
    else { return false }
    self.minimum = least
    self.maximum = greatest
    return true
  }
}

extension LatencyHistogram: Equatable {
  /// Whether both hold the same buckets and the same extremes.
  public static func == (lhs: LatencyHistogram, rhs: LatencyHistogram) -> Bool {
    lhs.minimum == rhs.minimum && lhs.maximum == rhs.maximum
      && lhs.buckets.elementsEqual(rhs.buckets) { $0 == $1 }
  }
}
