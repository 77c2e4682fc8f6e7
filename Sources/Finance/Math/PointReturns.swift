import Foundation

/// Returns between two points: absolute, compound annual, and net of inflation.
///
/// All are ratios: 0.12 is 12 %.
public enum PointReturns {
  /// The fewest days a return may be annualised over (SEBI norm: under a year it is shown as it is).
  public static let annualisableDays = 365

  /// The gain over what was invested, value/invested − 1; nil when nothing was invested.
  ///
  /// ```swift
  /// PointReturns.absolute(invested: 100_000, value: 135_000)   // 0.35
  /// ```
  public static func absolute(invested: Double, value: Double) -> Double? {
    guard invested > 0, value >= 0, invested.isFinite, value.isFinite else { return nil }
    return value / invested - 1
  }

  /// The compound annual growth rate, (end/begin)^(365/days) − 1, or why there is none.
  public static func cagr(begin: Double, end: Double, from start: CivilDate, to finish: CivilDate) -> Cagr {
    guard let absolute = absolute(invested: begin, value: end), start < finish else { return .undefined }
    let days = start.days(until: finish)
    guard days >= annualisableDays else { return .subYear(absolute: absolute) }
    return .ok(pow(end / begin, 365 / Double(days)) - 1)
  }

  /// The return in money of today, (1+nominal)/(1+inflation) − 1 (Fisher); nil for inflation at or below −1.
  public static func real(nominal: Double, inflation: Double) -> Double? {
    guard inflation > -1, inflation.isFinite, nominal.isFinite else { return nil }
    return (1 + nominal) / (1 + inflation) - 1
  }
}
