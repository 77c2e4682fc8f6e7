import Foundation

/// The yearly returns of a fund and of its benchmark between the same two month ends.
public struct BenchmarkWindow: Hashable, Sendable {
  /// The index's day at the beginning of the window.
  public let start: CivilDate
  /// The index's day at its end.
  public let end: CivilDate
  /// The fund's return a year.
  public let fund: Double
  /// The benchmark's return a year.
  public let benchmark: Double

  /// The fund's return less the benchmark's (tracking difference, domain rules §2.5).
  public var difference: Double { fund - benchmark }

  /// The last `months` that both series have in full, up to `day`.
  ///
  /// The window ends with the last month end both have, so that an index that is published later never makes the two
  /// returns of different times.
  ///
  /// - Returns: nil when they have no such window in common, or fewer than 12 months are asked for.
  public init?(fund: NAVSeries, benchmark: IndexSeries, through day: CivilDate, months: Int) {
    let values = fund.monthEnds(through: day)
    let levels = benchmark.monthEnds(through: day)
    guard months >= 12, let lastValue = values.last?.date, let lastLevel = levels.last?.date else {
      return nil
    }
    let last = min(Self.month(lastValue), Self.month(lastLevel))
    // One value a month without a gap, so the months tell the places.
    let (value, level) = (
      values.count - 1 - (Self.month(lastValue) - last), levels.count - 1 - (Self.month(lastLevel) - last)
    )
    guard value >= months, level >= months else { return nil }
    func yearly(_ growth: Double) -> Double { pow(growth, 12 / Double(months)) - 1 }
    start = levels[level - months].date
    end = levels[level].date
    self.fund = yearly(values[value].value.value / values[value - months].value.value)
    self.benchmark = yearly(levels[level].value / levels[level - months].value)
  }

  private static func month(_ day: CivilDate) -> Int { day.year * 12 + day.month }
}
