import Foundation

/// Beats time for sessions from one thread and in whole milliseconds, as the peer's event loop does: a sleeping task of
/// each would cost more than its event does.
struct Pacer {
  /// The beats of each session, as many as it has events.
  let beats: [AsyncStream<Void>]
  private let continuations: [AsyncStream<Void>.Continuation]
  private let events: Int
  /// Nanoseconds between two beats of all sessions together, which are spread evenly.
  private let step: Double

  init(sessions: Int, events: Int, pace: Duration) {
    let pairs = (0..<sessions).map { _ in AsyncStream<Void>.makeStream() }
    beats = pairs.map(\.stream)
    continuations = pairs.map(\.continuation)
    self.events = events
    step = pace / .nanoseconds(1) / Double(sessions)
  }

  /// Starts the thread.
  func start() {
    Thread.detachNewThread {
      let began = Streams.nanoseconds()
      for beat in 1...events * continuations.count {
        let due = began + UInt64(step * Double(beat))
        if Streams.nanoseconds() < due { Self.sleep(until: due - due % 1_000_000 + 1_000_000) }
        continuations[(beat - 1) % continuations.count].yield()
      }
      for continuation in continuations { continuation.finish() }
    }
  }

  private static func sleep(until time: UInt64) {
    var time = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
  }
}
