public import Finance
import Foundation

extension RunClock {
  /// The date in India now: UTC and five and a half hours, so a day begins at 18:30 UTC.
  public func istDate() -> CivilDate { Self.istDate(of: now()) }

  /// The date in India at an instant, held within the range of dates.
  static func istDate(of instant: Date) -> CivilDate {
    let days = ((instant.timeIntervalSince1970 + 19_800) / 86_400).rounded(.down)
    let epoch = CivilDate(iso: "1970-01-01") ?? .minimum
    // A clock may say anything; what is no whole number of days is a date at an end of the range.
    return epoch.adding(days: Int(exactly: days) ?? (days < 0 ? .min : .max))
  }
}
