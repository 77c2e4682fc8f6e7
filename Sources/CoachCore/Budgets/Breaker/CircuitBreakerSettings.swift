/// When a circuit breaker opens, and how long it waits; times in milliseconds.
struct CircuitBreakerSettings: Codable, Hashable, Sendable {
  /// Outcomes remembered.
  var window = 20
  /// Below so many outcomes it never opens.
  var minimumCalls = 10
  /// The share of bad outcomes that opens it.
  var failureShare = 0.5
  /// The share of bad and slow outcomes together that opens it.
  var slowShare = 0.8
  /// A call that takes so long is slow; one that was given up after so long is bad.
  var slowAfter = 20_000
  /// The first wait; it doubles with each opening that follows a failed probe.
  var wait = 5_000
  /// The longest wait.
  var longestWait = 300_000
  /// The share of a wait that is drawn, so that engines that opened together do not come back together.
  var jitter = 0.2
  /// What the draws come from.
  var seed = 0
  /// Probes let through half open.
  var probes = 2
  /// After so long a probe that has not come back is bad.
  var probeDeadline = 30_000
  /// The longest rest a provider may ask for (`Retry-After`).
  var longestPause = 3_600_000
  /// The rest after a 429 that names none.
  var pause = 1_000

  static let standard = CircuitBreakerSettings()

  /// A wait less a drawn part of it, the same for the same opening.
  func jittered(_ wait: Int, opening: Int) -> Int {
    let hash = ContentHash.sha256("\(seed)|\(opening)").prefix(8)
    let drawn = Double(UInt32(hash, radix: 16) ?? 0) / Double(UInt32.max)
    return wait - Int(Double(wait) * min(max(jitter, 0), 1) * drawn)
  }
}
