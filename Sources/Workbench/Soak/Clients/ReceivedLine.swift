/// One event of a session as a client of a soak keeps it: its text, until the load is over and it is judged.
struct ReceivedLine: Sendable, Hashable {
  /// The id of its frame; nil for what is not stored, as `text.delta`.
  let seq: Int?
  let type: String
  /// The payload as it came.
  let data: String
  /// Nanoseconds of the soak's clock.
  let at: UInt64
  /// The connection it came on, from 0 over all connections of the session.
  let connection: Int

  /// Whether it is the last of its session.
  var isTerminal: Bool { Self.terminals.contains(type) }

  static let terminals = [
    "session.completed", "session.failed", "session.cancelled", "session.budget_exhausted",
  ]
}
