import GRDB

extension SQLiteSchema {
  /// Accounts, what is set aside in them, the calls of each session, and small values by key.
  static func createAccounts(_ db: Database) throws {
    try db.execute(sql: budgets)
    try db.execute(sql: journal)
    try db.execute(sql: values)
  }

  private static let budgets = """
    CREATE TABLE ai_budgets (
      key TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('session', 'user_day', 'global_day')),
      user_id TEXT NOT NULL,
      tokens_cap INTEGER NOT NULL CHECK (tokens_cap >= 0),
      micros_cap INTEGER NOT NULL CHECK (micros_cap >= 0),
      tokens_committed INTEGER NOT NULL DEFAULT 0 CHECK (tokens_committed >= 0),
      micros_committed INTEGER NOT NULL DEFAULT 0 CHECK (micros_committed >= 0),
      tokens_reserved INTEGER NOT NULL DEFAULT 0 CHECK (tokens_reserved >= 0),
      micros_reserved INTEGER NOT NULL DEFAULT 0 CHECK (micros_reserved >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ai_reservations (
      id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      tokens INTEGER NOT NULL CHECK (tokens >= 0),
      micros INTEGER NOT NULL CHECK (micros >= 0),
      state TEXT NOT NULL CHECK (state IN ('reserved', 'begun', 'settled', 'released')),
      lease_until TEXT NOT NULL,
      keys TEXT NOT NULL,
      cost_tokens INTEGER NOT NULL DEFAULT 0 CHECK (cost_tokens >= 0),
      cost_micros INTEGER NOT NULL DEFAULT 0 CHECK (cost_micros >= 0),
      PRIMARY KEY (user_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ai_reservations_open ON ai_reservations (lease_until) WHERE state = 'reserved';
    """

  private static let journal = """
    CREATE TABLE ai_journal (
      session_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      call_key TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('tool', 'model')),
      state TEXT NOT NULL CHECK (state IN ('intent', 'result', 'failure')),
      payload TEXT NOT NULL DEFAULT '',
      begun_at TEXT NOT NULL,
      PRIMARY KEY (session_id, call_key),
      FOREIGN KEY (session_id, user_id) REFERENCES ai_sessions (id, user_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  private static let values = """
    CREATE TABLE kv (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL,
      expires_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
