import Foundation

/// When a scheduled time has come, on a clock that may jump.
///
/// A time that was jumped over is due at once, and once however many there were. A clock that goes back begins anew from
/// where it is, so that a wrong year, once corrected, does not silence a job until then.
struct CronTimer: Sendable {
  /// The longest time not to look at the clock: it may be set, and a machine may sleep.
  static let longestWait: TimeInterval = 900

  let schedule: CronSchedule
  /// Up to when times are dealt with.
  private var done: Date

  /// Waits for the first time after the present one.
  init(_ schedule: CronSchedule, from now: Date) {
    self.schedule = schedule
    done = now
  }

  /// How long to wait before asking again; nil when a time has come, which is then dealt with.
  mutating func wait(at now: Date) -> TimeInterval? {
    if now < done { done = now }
    let due = schedule.next(after: done)
    guard now >= due else { return min(due.timeIntervalSince(now), Self.longestWait) }
    done = now
    return nil
  }
}
