import GRDB

extension SQLiteSchema {
  /// When a session was asked to stop; and a journal that also holds what befell its tasks and what it began with.
  static func addCancellation(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE ai_sessions ADD COLUMN cancel_requested_at TEXT")
    // SQLite cannot change a check in place.
    try db.execute(sql: journal)
    try db.execute(
      sql: """
        INSERT INTO ai_journal_v4 SELECT session_id, user_id, call_key, kind, state, payload, begun_at FROM ai_journal;
        DROP TABLE ai_journal;
        ALTER TABLE ai_journal_v4 RENAME TO ai_journal;
        """)
  }

  private static let journal = """
    CREATE TABLE ai_journal_v4 (
      session_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      call_key TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('tool', 'model', 'task', 'session')),
      state TEXT NOT NULL CHECK (state IN ('intent', 'result', 'failure')),
      payload TEXT NOT NULL DEFAULT '',
      begun_at TEXT NOT NULL,
      PRIMARY KEY (session_id, call_key),
      FOREIGN KEY (session_id, user_id) REFERENCES ai_sessions (id, user_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
