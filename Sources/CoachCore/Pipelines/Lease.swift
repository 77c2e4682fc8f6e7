/// The right to do a piece of work, held by one worker at a time until it is given back or its time is over.
///
/// A worker that is slow may lose its lease to another while it works, so work under a lease asks ``isHeld()`` between
/// its steps, and each step is itself such that doing it twice is doing it once.
struct Lease: Sendable {
  let key: String
  let holder: String
  private let values: any KVStore
  private let clock: RunClock

  /// Takes a lease, nil when another has it.
  ///
  /// - Parameter holder: names the attempt; no two attempts share a name.
  static func take(
    _ key: String, holder: String, for duration: Duration, in values: any KVStore, clock: RunClock
  ) async throws(CoachError) -> Lease? {
    let present = try await values.setIfAbsent(
      key, holder, until: clock.timestamp(after: duration), at: clock.timestamp())
    return present == nil ? Lease(key: key, holder: holder, values: values, clock: clock) : nil
  }

  private init(key: String, holder: String, values: any KVStore, clock: RunClock) {
    self.key = key
    self.holder = holder
    self.values = values
    self.clock = clock
  }

  /// Whether the lease is still this worker's.
  func isHeld() async throws(CoachError) -> Bool {
    try await values.value(key, at: clock.timestamp()) == holder
  }

  /// Gives the lease back; one that another has taken since stays that other's.
  func giveBack() async throws(CoachError) {
    _ = try await values.remove(key, expecting: holder)
  }
}
