import JSONKit

/// What an interrupted run of a session left in the store.
struct EarlierRun: Sendable {
  /// Its events, in order.
  var events: [CoachEvent] = []
  /// What it published.
  var artifacts: [Artifact] = []
  /// Its calls.
  var journal: [JournalEntry] = []
  /// Whether somebody asked for the session to be cancelled.
  var isCancelled = false

  /// Nothing: the session is new.
  init() {}

  /// Reads what a session left, once it is sure that the same work is to be done.
  ///
  /// - Throws: `CoachError` with code `conflict` when the session was never begun, has ended, or was begun otherwise.
  init(takingUp opening: DurableRun.Opening) throws(CoachError) {
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
