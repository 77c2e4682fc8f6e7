import GRDB

extension SQLiteSchema {
  /// Notifications: at most one for a job, a date and a user.
  static func createOutbox(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE ai_outbox (
          position INTEGER PRIMARY KEY AUTOINCREMENT,
          user_id TEXT NOT NULL,
          job TEXT NOT NULL CHECK (length(job) BETWEEN 1 AND 64),
          day TEXT NOT NULL,
          session_id TEXT NOT NULL,
          message_id TEXT NOT NULL UNIQUE,
          data TEXT NOT NULL CHECK (json_valid(data)),
          created_at TEXT NOT NULL,
          sent_at TEXT,
          UNIQUE (user_id, job, day),
          FOREIGN KEY (session_id, user_id) REFERENCES ai_sessions (id, user_id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX ai_outbox_unsent ON ai_outbox (position) WHERE sent_at IS NULL;
        """)
  }
}
