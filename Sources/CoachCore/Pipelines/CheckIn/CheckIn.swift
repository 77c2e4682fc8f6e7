public import Finance

/// A check-in nobody asked for, daily or weekly.
public enum CheckIn: Hashable, Sendable {
  /// Every day.
  case daily
  /// On one day of the week, 1 for Monday to 7 for Sunday; a number beyond is the nearest of these.
  case weekly(weekday: Int)

  /// The name leases, notifications and reports use.
  public var job: String {
    switch self {
    case .daily: "daily"
    case .weekly: "weekly"
    }
  }

  /// The date of the check-in that is due on an IST date: for a weekly one the last such day of the week, so that a
  /// timer that comes late makes up for what was missed, and one that comes early does nothing new.
  public func date(on day: CivilDate) -> CivilDate {
    switch self {
    case .daily: day
    case .weekly(let weekday): day.adding(days: -((day.weekday - min(max(weekday, 1), 7) + 7) % 7))
    }
  }
}
