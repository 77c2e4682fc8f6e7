import Foundation

extension NAVSeries {
  /// The return over the `months` up to the last value on or before `end`, as AMFI states them.
  ///
  /// The window begins at the last value on or before the same calendar day that many months earlier. Windows
  /// over a year are annualised by the power 12/months, shorter ones are not.
  ///
  /// - Returns: nil when the series does not reach back that far (within seven days), has no value, or is
  ///   not adjusted for a change of the unit within the window.
  public func windowReturn(endingOn end: CivilDate, months: Int) -> Double? {
    let start = end.adding(months: -months)
    guard months > 0, let last = latest(onOrBefore: end), let first = latest(onOrBefore: start),
      first.date.days(until: start) <= 7,
      unadjustedChanges(after: first.date, through: last.date).isEmpty
    else { return nil }
    let growth = last.value.value / first.value.value
    return months > 12 ? pow(growth, 12 / Double(months)) - 1 : growth - 1
  }
}
