import Foundation

/// A time of the day in UTC, every day or on one day of the week.
struct CronSchedule: Hashable, Sendable {
  /// 1 is Monday, 7 is Sunday; nil for every day.
  let weekday: Int?
  /// 0 to 23.
  let hour: Int

  private static let day = 86_400.0

  /// The first such time after an instant.
  func next(after instant: Date) -> Date {
    let seconds = instant.timeIntervalSince1970
    var time = (seconds / Self.day).rounded(.down) * Self.day + Double(hour) * 3_600
    while time <= seconds || !falls(on: time) { time += Self.day }
    return Date(timeIntervalSince1970: time)
  }

  private func falls(on time: Double) -> Bool {
    guard let weekday else { return true }
    // 1970-01-01 was a Thursday.
    let days = Int((time / Self.day).rounded(.down))
    return (days % 7 + 7 + 3) % 7 + 1 == weekday
  }
}
