import Finance
import JSONKit

extension CoachPipelines {
  /// Takes up a session on demand that an earlier process began and did not end; running it is the next step.
  ///
  /// A session that cannot go on any more, because its portfolio, its prompts, its model or the engine are not those it
  /// was begun with, is ended here as failed with code `conflict`, so that nobody waits for it in vain.
  ///
  /// - Parameter open: as ``SessionDirectory/openSessions()`` tells of it.
  /// - Returns: nil when nothing is left to run: it was ended, here or before, or it is a check-in or follows a change of
  ///   data, which their own pipelines take up.
  /// - Throws: what the source throws, or `CoachError` with code `store_failed`; then it may be tried again.
  public func takeUp(_ open: OpenSession) async throws -> BegunSession? {
    guard open.trigger == .onDemand,
      let stored = try store.session(open.session, as: .service(for: open.user)), stored.ending == nil
    else { return nil }
    do {
      return BegunSession(try await resumed(stored, of: open.user))
    } catch let error as CoachError where Self.isForGood(error) {
      try await end(stored, of: open.user, because: error)
      return nil
    }
  }

  private func resumed(_ stored: StoredSession, of user: String) async throws -> PreparedRun {
    guard let scope = stored.scope,
      let opening = try SessionOpening(of: stored.id, in: store, as: .service(for: user))
    else {
      throw CoachError(.conflict, "session \(stored.id) was begun without what it takes to go on")
    }
    let identity = RunIdentity(seed: stored.seed, scope: scope)
    guard identity.session == stored.id, opening.request.user == user else {
      throw CoachError(.conflict, "session \(stored.id) is not the one its identity names")
    }
    let snapshot = try await snapshot(of: user, asOf: opening.request.asOf)
    return try await CoachEngine(configuration.engine).prepare(
      opening.request, snapshot, identity, store, isResumed: true)
  }

  /// Errors that will be the same at the next try.
  private static func isForGood(_ error: CoachError) -> Bool {
    switch error.code {
    case .conflict, .unknownUser, .unknownModel, .unknownVariant, .unpricedModel, .invalidRequest: true
    default: false
    }
  }

  /// Ends a session nobody can run, with its terminal event.
  private func end(_ stored: StoredSession, of user: String, because error: CoachError) async throws {
    let principal = Principal.service(for: user)
    let events = try store.events(session: stored.id, after: 0, as: principal)
    try await RunBudget.close(
      try store.journal(session: stored.id, as: principal), of: stored.id, in: store, as: principal)
    let event = CoachEvent(
      seq: events.count + 1, session: stored.id, timestamp: clock.timestamp(), type: .sessionFailed,
      data: [
        "code": .string(CoachError.Code.conflict.description), "message": .string(error.message),
      ])
    let ending = SessionEnding(
      outcome: .failed, usage: Self.usage(in: events), errorCode: CoachError.Code.conflict.description,
      endedAt: event.timestamp)
    try await store.finish(with: event, ending: ending, as: principal)
  }

  /// What the calls took that came back.
  private static func usage(in events: [CoachEvent]) -> TokenUsage {
    events.filter { $0.type == .modelResult }.reduce(into: TokenUsage()) { usage, event in
      usage += TokenUsage(
        calls: 1, inputTokens: event.data["input_tokens"]?.int ?? 0,
        outputTokens: event.data["output_tokens"]?.int ?? 0,
        estimated: event.data["estimated"] == true)
    }
  }
}
