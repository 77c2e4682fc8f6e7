/// How often somebody may ask: a bucket of tokens that fills at a steady rate.
public struct RateLimit: Hashable, Sendable {
  /// How many requests may come at once, 1 or more.
  public let burst: Int
  /// How many more may come in a minute, 1 to 60,000.
  public let perMinute: Int

  /// Makes a limit; numbers outside their range count as the nearest inside.
  public init(burst: Int, perMinute: Int) {
    self.burst = min(max(burst, 1), 1_000_000)
    self.perMinute = min(max(perMinute, 1), 60_000)
  }

  /// Nanoseconds until one more token is in the bucket.
  private var interval: UInt64 { 60_000_000_000 / UInt64(perMinute) }

  /// Asks for a token.
  ///
  /// A bucket is one number: the time at which it would be full again (the generic cell rate algorithm, which admits
  /// what a token bucket does).
  ///
  /// - Parameters:
  ///   - full: when the bucket is full again, nil for one that is.
  ///   - now: the present, on a clock that never goes back.
  /// - Returns: when it is full after the token is taken, or how many nanoseconds to wait for one.
  func take(full: UInt64?, at now: UInt64) -> (full: UInt64, wait: UInt64) {
    let full = max(full ?? now, now)
    let room = UInt64(burst - 1) * interval
    let wait = full - now > room ? full - now - room : 0
    return (full + interval, wait)
  }
}
