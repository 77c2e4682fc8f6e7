/// What both servers held at a moment at which nothing went on: no session, no stream, no idle connection of a client.
struct QuietPoint: Codable, Sendable, Hashable {
  /// What one of them held.
  struct Process: Codable, Sendable, Hashable {
    /// A process that was started again is another one: its figures are no continuation.
    let pid: Int32
    /// Bytes handed out by malloc and not given back.
    let heapBytes: Int
    let residentBytes: Int
    let descriptors: Int

    enum CodingKeys: String, CodingKey {
      case pid
      case heapBytes = "heap_bytes"
      case residentBytes = "rss_bytes"
      case descriptors
    }
  }

  /// Sessions that had been opened before, those of the warm-up not among them.
  let sessions: Int
  /// How long it took the servers to become quiet, in seconds.
  let waitedSeconds: Double
  /// Nil for one that did not answer.
  let engine: Process?
  let facade: Process?
  /// What was still going on when the time was over; nil when it was quiet.
  let unrest: String?

  enum CodingKeys: String, CodingKey {
    case sessions
    case waitedSeconds = "waited_s"
    case engine, facade, unrest
  }
}
