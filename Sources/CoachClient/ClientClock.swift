/// The time a client reads and waits by.
public struct ClientClock: Sendable {
  /// Nanoseconds that only grow.
  public var nanoseconds: @Sendable () -> UInt64
  /// Waits; throws when its task is cancelled.
  public var sleep: @Sendable (Duration) async throws -> Void

  /// Creates a clock.
  public init(
    nanoseconds: @escaping @Sendable () -> UInt64, sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.nanoseconds = nanoseconds
    self.sleep = sleep
  }

  /// The machine's own, counted from now.
  public static func continuous() -> ClientClock {
    let clock = ContinuousClock()
    let start = clock.now
    return ClientClock(
      nanoseconds: {
        let (seconds, attoseconds) = start.duration(to: clock.now).components
        return UInt64(clamping: seconds) &* 1_000_000_000 &+ UInt64(clamping: attoseconds / 1_000_000_000)
      },
      sleep: { try await clock.sleep(for: $0) })
  }
}
