import Scoring

/// The times of a soak's sessions as distributions, all in the client's clock.
///
/// Where a client rests on purpose (slow readers, those who drop, those who cancel) the times that would hold its rest
/// are left out.
struct SoakTimes: Sendable {
  /// A time that is measured.
  enum Kind: String, CaseIterable, Sendable {
    /// From the request to its answer.
    case start
    /// From that answer to the head of the stream.
    case headers
    /// From that answer to the session's first event: what it waited for its turn.
    case queueWait = "queue_wait"
    /// From the request to the first event.
    case firstEvent = "first_event"
    /// From the request to the first artifact.
    case firstArtifact = "first_artifact"
    /// Between two events of one connection.
    case gap
    /// From the request to the terminal event.
    case total
    /// From the moment a session was due to that of its request: the error of this program's own timer.
    case timer

    /// What a reader of the report is told.
    var words: String {
      switch self {
      case .start: "request → answer"
      case .headers: "answer → head of the stream"
      case .queueWait: "answer → first event (waiting for a turn)"
      case .firstEvent: "request → first event"
      case .firstArtifact: "request → first artifact"
      case .gap: "between two events"
      case .total: "request → terminal event"
      case .timer: "due → request (this program's timer error)"
      }
    }
  }

  private(set) var histograms: [Kind: LatencyHistogram]
  /// Gaps longer than ``stall`` and the time the model takes for an answer.
  private(set) var stalls = 0

  /// The longest gap that is none to remark on, in milliseconds.
  static let stall = 1_000.0

  /// - Parameter think: how long the model takes for an answer, on purpose.
  init(_ logs: [SessionLog], think: Duration = .zero) {
    histograms = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, LatencyHistogram()) })
    for log in logs { add(log, stall: Self.stall + think.milliseconds) }
  }

  /// Takes distributions that are there already.
  init(_ histograms: [Kind: LatencyHistogram], stalls: Int) {
    self.histograms = histograms
    self.stalls = stalls
  }

  subscript(kind: Kind) -> LatencyHistogram { histograms[kind] ?? LatencyHistogram() }

  private mutating func add(_ log: SessionLog, stall: Double) {
    record(.timer, from: log.due, to: log.begun)
    guard let answered = log.answered else { return }
    record(.start, from: log.begun, to: answered)
    guard log.plan.behaviour != .cancel, let first = log.events.first else { return }
    if let headers = log.headers { record(.headers, from: answered, to: headers) }
    record(.queueWait, from: answered, to: first.at)
    record(.firstEvent, from: log.begun, to: first.at)
    guard log.plan.behaviour.isTimed else { return }
    if let artifact = log.events.first(where: { $0.type.hasPrefix("artifact.") }) {
      record(.firstArtifact, from: log.begun, to: artifact.at)
    }
    if let last = log.events.last, last.isTerminal { record(.total, from: log.begun, to: last.at) }
    for (earlier, later) in zip(log.events, log.events.dropFirst())
    where earlier.connection == later.connection {
      record(.gap, from: earlier.at, to: later.at)
      if SoakTime.milliseconds(from: earlier.at, to: later.at) > stall { stalls += 1 }
    }
  }

  private mutating func record(_ kind: Kind, from start: UInt64, to end: UInt64) {
    histograms[kind]?.record(milliseconds: max(0, SoakTime.milliseconds(from: start, to: end)))
  }
}
