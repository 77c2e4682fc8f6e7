/// The times of event streams, in nanoseconds.
struct StreamPace: Hashable, Sendable {
  /// How long a stream may be silent.
  var heartbeat: UInt64 = 15_000_000_000
  /// How long a stream may be open; its follower comes back for the rest.
  var longestStream: UInt64 = 600_000_000_000
  /// How often time is looked at.
  var tick = Duration.milliseconds(500)
}

extension StreamPace {
  /// The usual pace, with streams of at most a length.
  init(longest: Duration) {
    self.init()
    let (seconds, attoseconds) = longest.components
    longestStream = UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000
  }
}
