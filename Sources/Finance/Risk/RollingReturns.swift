import Foundation

/// Yearly returns over every window of a number of months in a series of month-end levels.
public struct RollingReturns: Hashable, Sendable {
  /// The yearly return of each window, by the month it ends in; never empty.
  public let returns: [Double]

  /// The returns over `months` within `levels`, each (end/begin)^(12/months) − 1.
  ///
  /// - Returns: nil when the series is shorter than one window.
  /// - Throws: ``FinanceError`` `outOfRange` for a level that is not positive, by its index, or fewer than one
  ///   month.
  public init?(monthEndLevels levels: [Double], months: Int) throws(FinanceError) {
    try checkLevels(levels, "levels")
    guard months >= 1 else { throw FinanceError(.outOfRange, "a window of \(months) months is too short") }
    guard levels.count > months else { return nil }
    returns = zip(levels, levels.dropFirst(months)).map { pow($1 / $0, 12 / Double(months)) - 1 }
  }

  /// The lowest of the returns.
  public var minimum: Double { returns.min() ?? 0 }

  /// The highest of the returns.
  public var maximum: Double { returns.max() ?? 0 }

  /// The arithmetic mean of the returns.
  public var mean: Double { returns.mean }

  /// The middle one of the returns.
  public var median: Double { returns.median ?? 0 }

  /// The part of the windows that gained.
  public var positiveShare: Double { Double(returns.count { $0 > 0 }) / Double(returns.count) }
}
