import GRDB

extension SQLiteSchema {
  /// What a session's ids are made from beside its seed, so that a new process can take it up; and a quick way to those
  /// that have not ended.
  static func addIdentity(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE ai_sessions ADD COLUMN identity TEXT CHECK (identity IS NULL OR json_type(identity) = 'array');
        CREATE INDEX ai_sessions_open ON ai_sessions (started_at) WHERE ended_at IS NULL;
        """)
  }
}
