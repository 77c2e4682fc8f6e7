import GRDB

extension SQLiteCoachStore {
  /// Writes the intent of a call.
  public func begin(_ call: JournalEntry, session: String, at time: String, as principal: Principal)
    async throws(CoachError)
  {
    try await commit("writing the intent of \(call.key)", by: session, isOneStatement: true) { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO ai_journal (session_id, user_id, call_key, kind, state, begun_at)
          VALUES (?, ?, ?, ?, 'intent', ?)
          """
      ).execute(arguments: [session, principal.user, call.key, call.kind, time])
    }
  }

  /// Writes an entry that is whole already.
  static func insert(
    _ entry: JournalEntry, _ session: String, at time: String, _ principal: Principal, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_journal (session_id, user_id, call_key, kind, state, payload, begun_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      session, principal.user, entry.key, entry.kind, entry.state.rawValue, entry.payload, time,
    ])
  }

  /// Writes what became of a call; one that has come back keeps its first end.
  public func end(
    _ key: String, state: JournalEntry.State, payload: String, session: String, as principal: Principal
  ) async throws(CoachError) {
    try await commit("writing the end of \(key)", by: session, isOneStatement: true) { db in
      try db.cachedStatement(
        sql: """
          UPDATE ai_journal SET state = ?, payload = ?
          WHERE session_id = ? AND user_id = ? AND call_key = ? AND state = 'intent'
          """
      ).execute(arguments: [state.rawValue, payload, session, principal.user, key])
      guard db.changesCount == 1 else {
        throw CoachError(.conflict, "the call \(key) was not begun, or has come back before")
      }
    }
  }

  /// The calls of a session in order of their keys.
  public func journal(session: String, as principal: Principal) throws(CoachError) -> [JournalEntry] {
    try read("reading the journal of session \(session)") { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM ai_journal WHERE session_id = ? AND user_id = ? ORDER BY call_key",
        arguments: [session, principal.user]
      ).map { row in
        guard let state = JournalEntry.State(rawValue: row["state"]) else {
          throw CoachError(.storeFailed, "the journal of session \(session) cannot be read")
        }
        return JournalEntry(key: row["call_key"], kind: row["kind"], state: state, payload: row["payload"])
      }
    }
  }
}
