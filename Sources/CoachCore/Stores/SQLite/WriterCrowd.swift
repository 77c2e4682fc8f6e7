/// Who wrote last: tells whether a transaction that waits a moment would be joined by others.
///
/// A writer that waits for its own commit before it writes again gains nothing by waiting longer, however fast it writes;
/// so it is other writers that count, not writes (PostgreSQL's `commit_siblings` asks the same).
struct WriterCrowd: Sendable {
  /// The least others that make a crowd.
  static let others = 3

  private static let memory = 8

  private struct Trace {
    let writer: Int
    let at: UInt64
  }

  private var traces: [Trace] = []
  private var next = 0

  /// Notes a write, and tells whether it came in a crowd: at least three others wrote within the time before it.
  ///
  /// - Parameters:
  ///   - writer: a number of the writer's own; two that share one count as one.
  ///   - now: nanoseconds on a clock that never goes back.
  ///   - span: nanoseconds to look back.
  mutating func note(_ writer: Int, at now: UInt64, within span: UInt64) -> Bool {
    var seen: [Int] = []
    for trace in traces
    where trace.writer != writer && now &- trace.at <= span && !seen.contains(trace.writer) {
      seen.append(trace.writer)
    }
    let trace = Trace(writer: writer, at: now)
    if traces.count < Self.memory {
      traces.append(trace)
    } else {
      traces[next] = trace
      next = (next + 1) % Self.memory
    }
    return seen.count >= Self.others
  }
}
