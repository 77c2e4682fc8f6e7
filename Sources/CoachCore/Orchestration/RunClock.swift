public import Foundation

/// The time a run sees: wall time for stamps, monotonic time for durations.
///
/// Injected, so that tests decide both.
public struct RunClock: Sendable {
  /// The wall clock.
  public let now: @Sendable () -> Date
  /// Nanoseconds on a clock that never goes back.
  public let nanoseconds: @Sendable () -> UInt64

  /// Waits; throws `CancellationError` when the waiting task is cancelled.
  public let sleep: @Sendable (Duration) async throws -> Void

  /// Makes a clock from its readings and its way of waiting, which is the machine's unless given.
  public init(
    now: @escaping @Sendable () -> Date, nanoseconds: @escaping @Sendable () -> UInt64,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.now = now
    self.nanoseconds = nanoseconds
    self.sleep = sleep
  }

  /// The machine's clocks.
  public static let system = RunClock(
    now: { Date() }, nanoseconds: { DispatchTime.now().uptimeNanoseconds })

  /// The wall time as ISO 8601 with milliseconds in UTC, for example `2026-08-14T04:30:00.000Z`.
  public func timestamp() -> String { Self.text(now()) }

  /// The wall time after a while, as ``timestamp()`` writes it.
  func timestamp(after duration: Duration) -> String {
    Self.text(now().addingTimeInterval(duration / .seconds(1)))
  }

  /// A time as ``timestamp()`` writes it, and as stores compare it.
  public static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
