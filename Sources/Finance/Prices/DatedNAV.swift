/// A net asset value and the day it is of.
public struct DatedNAV: Hashable, Sendable {
  /// The day the value is of.
  public let date: CivilDate
  /// The value.
  public let value: NAV

  /// The value of a day.
  public init(date: CivilDate, value: NAV) {
    self.date = date
    self.value = value
  }

  /// Whether the value is too old to be shown as of `day` without saying so.
  ///
  /// It is when the last three weekdays up to `day` have none, or it is more than five days old. Holidays
  /// are not looked up, so a value before a long holiday counts as stale.
  public func isStale(asOf day: CivilDate) -> Bool {
    var earliest = day
    var weekdays = 0
    while true {
      if !earliest.isWeekend { weekdays += 1 }
      if weekdays == 3 { break }
      earliest = earliest.adding(days: -1)
    }
    return date < earliest || date < day.adding(days: -5)
  }
}
