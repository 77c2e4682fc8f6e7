/// How a stream finds its way back after its connection has ended.
public struct ReconnectPolicy: Sendable {
  /// The wait before the first try; the server's `retry` field takes its place.
  public var base: Duration
  /// The longest wait by doubling, and the longest `retry` that is obeyed.
  public var maximum: Duration
  /// The longest `Retry-After` that is obeyed.
  public var longestRetryAfter: Duration
  /// How many tries in a row may bring no new event; nil for any number.
  public var attempts: Int?
  /// How much longer than computed a wait may get by chance, as a share of it.
  public var jitter: Double
  /// How long no byte may come, heartbeats included, before the connection counts as dead.
  public var heartbeatTimeout: Duration
  /// A number in 0..<1, for the jitter.
  public var random: @Sendable () -> Double

  /// Creates a policy; the server sends a heartbeat every 15 seconds.
  public init(
    base: Duration = .seconds(1), maximum: Duration = .seconds(30),
    longestRetryAfter: Duration = .seconds(300),
    attempts: Int? = 12, jitter: Double = 0.5, heartbeatTimeout: Duration = .seconds(45),
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.base = base
    self.maximum = maximum
    self.longestRetryAfter = longestRetryAfter
    self.attempts = attempts
    self.jitter = jitter
    self.heartbeatTimeout = heartbeatTimeout
    self.random = random
  }

  /// The wait before a try.
  ///
  /// - Parameters:
  ///   - attempt: how many tries in a row have brought nothing, from 0.
  ///   - serverRetry: the server's `retry` field.
  ///   - retryAfter: the answer's `Retry-After`; the wait is never shorter.
  public func delay(attempt: Int, serverRetry: Duration?, retryAfter: Duration?) -> Duration {
    var delay = min(serverRetry ?? base, maximum)
    for _ in 0..<min(max(attempt, 0), 32) where delay < maximum { delay = min(delay * 2, maximum) }
    delay = max(delay, min(retryAfter ?? .zero, longestRetryAfter))
    return delay + delay * (jitter * random())
  }
}
