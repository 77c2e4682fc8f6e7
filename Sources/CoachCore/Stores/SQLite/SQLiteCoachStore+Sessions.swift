import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// Begins a session with its opening in one transaction; the statements carry the principal's user.
  public func createSession(
    _ session: StoredSession, opening: JournalEntry?, as principal: Principal
  ) async throws(CoachError) {
    try await commit("creating session \(session.id)") { db in
      try Self.insert(session, principal, db)
      if let opening { try Self.insert(opening, session.id, at: session.startedAt, principal, db) }
    }
  }

  private static func insert(_ session: StoredSession, _ principal: Principal, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_sessions
          (id, user_id, trigger, status, engine_version, prompt_hash, seed, started_at, identity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      session.id, principal.user, session.trigger.rawValue, session.status.rawValue, session.engineVersion,
      session.promptHash, String(session.seed), session.startedAt,
      session.scope.map { JSONValue.array($0.map(JSONValue.string)).compact() },
    ])
  }

  /// Records an end; a session that has ended keeps its first end.
  public func finishSession(_ id: String, ending: SessionEnding, as principal: Principal) throws(CoachError) {
    try writeOne("ending session \(id)") { try Self.end(id, ending, principal, $0) }
  }

  /// Records an end and its event in one transaction.
  public func finish(
    with event: CoachEvent, ending: SessionEnding, as principal: Principal
  ) async throws(CoachError) {
    try await commit("ending session \(event.session)", by: event.session) { db in
      try Self.insert(event, principal, db)
      try Self.end(event.session, ending, principal, db)
    }
  }

  /// A run may end on a cancel before whoever cancelled has written that down: the end then tells it.
  private static func end(
    _ id: String, _ ending: SessionEnding, _ principal: Principal, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE ai_sessions SET status = ?1, tokens_in = ?2, tokens_out = ?3, model_calls = ?4,
          tokens_estimated = ?5, error_code = ?6, ended_at = ?7,
          cancel_requested_at = CASE ?1 WHEN '\(StoredSession.Status.cancelled.rawValue)'
            THEN coalesce(cancel_requested_at, ?7) ELSE cancel_requested_at END
        WHERE id = ?8 AND user_id = ?9 AND ended_at IS NULL
        """
    ).execute(arguments: [
      ending.status.rawValue, ending.usage.inputTokens, ending.usage.outputTokens, ending.usage.calls,
      ending.usage.estimated, ending.errorCode, ending.endedAt, id, principal.user,
    ])
    guard db.changesCount == 1 else {
      throw CoachError(.conflict, "session \(id) does not run, so it cannot end")
    }
  }

  /// Records that the session is to be cancelled, unless it has ended or was asked before.
  public func requestCancel(session: String, at time: String, as principal: Principal) throws(CoachError) {
    try writeOne("cancelling session \(session)") { db in
      try db.cachedStatement(
        sql: """
          UPDATE ai_sessions SET cancel_requested_at = ?
          WHERE id = ? AND user_id = ? AND ended_at IS NULL AND cancel_requested_at IS NULL
          """
      ).execute(arguments: [time, session, principal.user])
    }
  }

  /// Whether somebody asked the session to stop, read by its key.
  public func isCancelRequested(session: String, as principal: Principal) throws(CoachError) -> Bool {
    try read("reading session \(session)") { db in
      try Bool.fetchOne(
        try db.cachedStatement(
          sql: "SELECT cancel_requested_at IS NOT NULL FROM ai_sessions WHERE id = ? AND user_id = ?"),
        arguments: [session, principal.user]) ?? false
    }
  }

  /// The session, nil when this user has none with the id.
  public func session(_ id: String, as principal: Principal) throws(CoachError) -> StoredSession? {
    try read("reading session \(id)") { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM ai_sessions WHERE id = ? AND user_id = ?", arguments: [id, principal.user]
      ).map(Self.session)
    }
  }

  private static func session(_ row: Row) throws -> StoredSession {
    guard let trigger = CoachRequest.Trigger(rawValue: row["trigger"]),
      let status = StoredSession.Status(rawValue: row["status"]), let seed = UInt64(row["seed"] as String)
    else {
      throw CoachError(
        .storeFailed, "session \(row["id"] as String) was written by another version of the store")
    }
    var session = StoredSession(
      id: row["id"], trigger: trigger, engineVersion: row["engine_version"], promptHash: row["prompt_hash"],
      seed: seed, startedAt: row["started_at"],
      scope: try (row["identity"] as String?).map { try scope($0, of: row["id"]) })
    session.status = status
    session.cancelRequestedAt = row["cancel_requested_at"]
    if let endedAt: String = row["ended_at"], let outcome = outcome(status) {
      session.ending = SessionEnding(
        outcome: outcome,
        usage: TokenUsage(
          calls: row["model_calls"], inputTokens: row["tokens_in"], outputTokens: row["tokens_out"],
          estimated: row["tokens_estimated"]),
        errorCode: row["error_code"], endedAt: endedAt)
    }
    return session
  }

  private static func scope(_ text: String, of session: String) throws -> [String] {
    let parts = try JSONValue(parsing: text).array ?? []
    let scope = parts.compactMap(\.string)
    guard scope.count == parts.count else {
      throw CoachError(.storeFailed, "the identity of session \(session) cannot be read")
    }
    return scope
  }

  private static func outcome(_ status: StoredSession.Status) -> RunRecord.Outcome? {
    switch status {
    case .queued, .running: nil
    case .succeeded: .completed
    case .failed: .failed
    case .cancelled: .cancelled
    case .budgetExhausted: .budgetExhausted
    }
  }
}

extension SQLiteCoachStore: SessionDirectory {
  /// The sessions without an end, by the time they began.
  public func openSessions() throws(CoachError) -> [OpenSession] {
    try read("reading the open sessions") { db in
      try Row.fetchAll(
        db, sql: "SELECT id, user_id, trigger FROM ai_sessions WHERE ended_at IS NULL ORDER BY started_at, id"
      ).map { row in
        guard let trigger = CoachRequest.Trigger(rawValue: row["trigger"]) else {
          throw CoachError(.storeFailed, "session \(row["id"] as String) cannot be read")
        }
        return OpenSession(session: row["id"], user: row["user_id"], trigger: trigger)
      }
    }
  }
}
