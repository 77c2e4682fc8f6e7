public import Foundation

/// The time a run sees: wall time for stamps, monotonic time for durations.
///
/// Injected, so that tests decide both.
public struct RunClock: Sendable {
  /// The wall clock.
  public let now: @Sendable () -> Date
  /// Nanoseconds on a clock that never goes back.
  public let nanoseconds: @Sendable () -> UInt64

  /// Makes a clock from its two readings.
  public init(now: @escaping @Sendable () -> Date, nanoseconds: @escaping @Sendable () -> UInt64) {
    self.now = now
    self.nanoseconds = nanoseconds
  }

  /// The machine's clocks.
  public static let system = RunClock(
    now: { Date() }, nanoseconds: { DispatchTime.now().uptimeNanoseconds })

  /// The wall time as ISO 8601 with milliseconds in UTC, for example `2026-08-14T04:30:00.000Z`.
  func timestamp() -> String {
    now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
