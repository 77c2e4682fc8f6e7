/// The right to do a piece of work, held by one worker at a time until it is given back or its time is over.
///
/// A worker that is slow may lose its lease to another while it works, so work under a lease calls ``renew()`` before
/// each of its steps, and each step is itself such that doing it twice is doing it once.
public struct Lease: Sendable {
  /// What it is for.
  public let key: String
  /// Who has it.
  public let holder: String
  private let duration: Duration
  private let values: any KVStore
  private let clock: RunClock

  /// Takes a lease, nil when another has it.
  ///
  /// - Parameter holder: names the attempt; no two attempts share a name.
  public static func take(
    _ key: String, holder: String, for duration: Duration, in values: any KVStore, clock: RunClock
  ) async throws(CoachError) -> Lease? {
    let lease = Lease(key: key, holder: holder, duration: duration, values: values, clock: clock)
    return try await lease.claim() ? lease : nil
  }

  private init(key: String, holder: String, duration: Duration, values: any KVStore, clock: RunClock) {
    self.key = key
    self.holder = holder
    self.duration = duration
    self.values = values
    self.clock = clock
  }

  /// Whether the lease is still this worker's.
  func isHeld() async throws(CoachError) -> Bool {
    try await values.value(key, at: clock.timestamp()) == holder
  }

  /// Begins the lease's time anew, also when it had run out.
  ///
  /// - Returns: false when another has it, or was quicker to take it: the work is theirs now.
  public func renew() async throws(CoachError) -> Bool {
    // Given up for a moment, so that no two can have it whatever becomes of this worker in between.
    _ = try await values.remove(key, expecting: holder)
    return try await claim()
  }

  private func claim() async throws(CoachError) -> Bool {
    try await values.setIfAbsent(
      key, holder, until: clock.timestamp(after: duration), at: clock.timestamp()) == nil
  }

  /// Gives the lease back; one that another has taken since stays that other's.
  public func giveBack() async throws(CoachError) {
    _ = try await values.remove(key, expecting: holder)
  }
}
