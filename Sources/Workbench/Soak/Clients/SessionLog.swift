/// All that one client of a soak saw, with times in nanoseconds of the soak's clock.
struct SessionLog: Sendable {
  let plan: PlannedSession
  /// When it was to begin and when its request was sent.
  var due: UInt64 = 0
  var begun: UInt64 = 0
  /// When its start was answered.
  var answered: UInt64?
  /// The session it was given.
  var session: String?
  /// The answers to a request that was sent twice: the sessions, and how many were told to be repeats.
  var twins: Twins?
  /// When the head of the first stream came.
  var headers: UInt64?
  /// When a cancel was answered.
  var cancelled: UInt64?
  /// Calls other than the stream that were sent again because the service was away or busy.
  var callsRepeated = 0
  /// Streams that were opened, the first one included.
  var openings = 0
  /// Answers other than a stream to asking for one.
  var refusals = 0
  var events: [ReceivedLine] = []
  /// When nothing more was awaited.
  var ended: UInt64 = 0
  /// Why it broke off; nil when it did not.
  var failure: String?

  struct Twins: Sendable, Hashable {
    let sessions: [String]
    let repeats: Int
  }
}
