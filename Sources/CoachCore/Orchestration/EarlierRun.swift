import JSONKit

/// What the store holds of a session when a run of it begins.
struct EarlierRun: Sendable {
  /// Its events, in order.
  var events: [CoachEvent] = []
  /// What it published.
  var artifacts: [Artifact] = []
  /// Its calls.
  var journal: [JournalEntry] = []
  /// Whether somebody asked for the session to be cancelled.
  var isCancelled = false

  /// Nothing.
  init() {}

  /// Begins a session in the store, or reads what an interrupted run of it left.
  ///
  /// - Throws: `CoachError` with code `store_failed`, or `conflict` for a session that cannot be begun or taken up.
  init(_ opening: DurableRun.Opening) async throws(CoachError) {
    if opening.isResumed {
      try self.init(takingUp: opening)
    } else {
      try await self.init(beginning: opening)
    }
  }

  /// Begins a session; from here on it can be taken up, whatever becomes of this process.
  private init(beginning opening: DurableRun.Opening) async throws(CoachError) {
    let first: JournalEntry?
    do {
      first = try opening.past.map {
        JournalEntry(
          key: SessionOpening.key, kind: JournaledCall.Kind.session.rawValue, state: .result,
          payload: try $0.json().compact())
      }
    } catch {
      throw CoachError(.storeFailed, "what a session begins with cannot be written: \(error)", cause: error)
    }
    try await opening.store.createSession(opening.session, opening: first, as: opening.principal)
    journal = first.map { [$0] } ?? []
  }

  /// Reads what a session left, once it is sure that the same work is to be done.
  ///
  /// - Throws: `CoachError` with code `conflict` when the session was never begun, has ended, or was begun otherwise.
  private init(takingUp opening: DurableRun.Opening) throws(CoachError) {
    let (store, principal, id) = (opening.store, opening.principal, opening.session.id)
    guard let stored = try store.session(id, as: principal) else {
      throw CoachError(.conflict, "session \(id) was never begun, so it cannot be resumed")
    }
    guard stored.ending == nil else {
      throw CoachError(.conflict, "session \(id) has ended; there is nothing to resume")
    }
    events = try store.events(session: id, after: 0, as: principal)
    guard events.first.map({ $0.data == opening.start }) ?? true,
      stored.promptHash == opening.session.promptHash
    else {
      throw CoachError(
        .conflict,
        "session \(id) was begun on another portfolio, other prompts, another model or another engine; "
          + "start a new one")
    }
    artifacts =
      try store.insights(session: id, as: principal).map(Artifact.insight)
      + store.recommendations(session: id, as: principal).map(Artifact.recommendation)
    journal = try store.journal(session: id, as: principal)
    isCancelled = stored.cancelRequestedAt != nil
  }
}
