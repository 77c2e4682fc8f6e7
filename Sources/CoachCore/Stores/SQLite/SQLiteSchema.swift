import GRDB

/// The tables of the store, as numbered migrations that are never edited once shipped.
///
/// They follow the coach's Postgres design: the same names, checks and composite keys, so that a row of another owner
/// cannot be attached to a session even by a mistake in the code above.
enum SQLiteSchema {
  /// The steps a file goes through; each has all of those before it behind it.
  enum Version: Int, CaseIterable {
    case artifacts = 1
    case memory
    case accounts
    case cancellation
    case outbox
    case identity
    case feedback
    case expiry

    /// What this version of the coach writes.
    static let current = Version.expiry
  }

  /// - Parameter version: where to stop; a file that has gone further is refused when it is opened.
  static func migrator(to version: Version) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1 sessions, events, artifacts") { db in
      try db.execute(sql: sessions)
      try db.execute(sql: events)
      try db.execute(sql: insights)
      try db.execute(sql: recommendations)
    }
    guard version.rawValue >= Version.memory.rawValue else { return migrator }
    migrator.registerMigration("v2 topic ledger, preferences, documents") { db in
      try db.execute(sql: ledger)
      try db.execute(sql: preferences)
      try db.execute(sql: documents)
    }
    guard version.rawValue >= Version.accounts.rawValue else { return migrator }
    migrator.registerMigration("v3 accounts, journal, values") { try createAccounts($0) }
    guard version.rawValue >= Version.cancellation.rawValue else { return migrator }
    migrator.registerMigration("v4 cancellation, journal of tasks") { try addCancellation($0) }
    guard version.rawValue >= Version.outbox.rawValue else { return migrator }
    migrator.registerMigration("v5 outbox") { try createOutbox($0) }
    guard version.rawValue >= Version.identity.rawValue else { return migrator }
    migrator.registerMigration("v6 identity of sessions") { try addIdentity($0) }
    guard version.rawValue >= Version.feedback.rawValue else { return migrator }
    migrator.registerMigration("v7 feedback, order of publication") { try addFeedback($0) }
    guard version.rawValue >= Version.expiry.rawValue else { return migrator }
    migrator.registerMigration("v8 values by end of life") { try addExpiry($0) }
    return migrator
  }

  private static let sessions = """
    CREATE TABLE ai_sessions (
      id TEXT NOT NULL PRIMARY KEY,
      user_id TEXT NOT NULL,
      trigger TEXT NOT NULL CHECK (trigger IN ('on_demand', 'data_change', 'scheduled')),
      status TEXT NOT NULL
        CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'budget_exhausted')),
      engine_version TEXT NOT NULL,
      prompt_hash TEXT NOT NULL,
      seed TEXT NOT NULL,
      tokens_in INTEGER NOT NULL DEFAULT 0 CHECK (tokens_in >= 0),
      tokens_out INTEGER NOT NULL DEFAULT 0 CHECK (tokens_out >= 0),
      model_calls INTEGER NOT NULL DEFAULT 0 CHECK (model_calls >= 0),
      tokens_estimated INTEGER NOT NULL DEFAULT 0,
      error_code TEXT,
      started_at TEXT NOT NULL,
      ended_at TEXT,
      CHECK ((status IN ('succeeded', 'failed', 'cancelled', 'budget_exhausted')) = (ended_at IS NOT NULL)),
      UNIQUE (id, user_id)
    ) STRICT;
    CREATE INDEX ai_sessions_user_time ON ai_sessions (user_id, started_at DESC);
    """

  private static let events = """
    CREATE TABLE ai_events (
      session_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      phase TEXT NOT NULL CHECK (phase IN ('plan', 'goal_insights', 'performance', 'allocation',
        'recommendation', 'qa_citation', 'guardrail', 'budget', 'session')),
      kind TEXT NOT NULL CHECK (length(kind) <= 64),
      payload TEXT NOT NULL CHECK (length(CAST(payload AS BLOB)) <= 65536),
      created_at TEXT NOT NULL,
      PRIMARY KEY (session_id, seq),
      FOREIGN KEY (session_id, user_id) REFERENCES ai_sessions (id, user_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  private static let insights = """
    CREATE TABLE ai_insights (
      id TEXT NOT NULL PRIMARY KEY,
      user_id TEXT NOT NULL,
      session_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      scope TEXT NOT NULL CHECK (scope IN ('portfolio', 'goal', 'scheme', 'allocation', 'sip', 'tax')),
      scope_ref TEXT,
      topic_key TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('info', 'attention', 'action')),
      title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
      body_md TEXT NOT NULL CHECK (length(body_md) <= 4000),
      data TEXT NOT NULL,
      as_of TEXT NOT NULL,
      FOREIGN KEY (session_id, user_id) REFERENCES ai_sessions (id, user_id) ON DELETE CASCADE,
      UNIQUE (session_id, topic_key)
    ) STRICT;
    """

  private static let recommendations = """
    CREATE TABLE ai_recommendations (
      id TEXT NOT NULL PRIMARY KEY,
      user_id TEXT NOT NULL,
      session_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      topic_key TEXT NOT NULL,
      priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
      status TEXT NOT NULL DEFAULT 'proposed'
        CHECK (status IN ('proposed', 'accepted', 'dismissed', 'snoozed', 'done', 'expired')),
      rationale_md TEXT NOT NULL CHECK (length(rationale_md) <= 4000),
      data TEXT NOT NULL,
      FOREIGN KEY (session_id, user_id) REFERENCES ai_sessions (id, user_id) ON DELETE CASCADE,
      UNIQUE (session_id, topic_key)
    ) STRICT;
    """

  private static let ledger = """
    CREATE TABLE ai_topic_ledger (
      user_id TEXT NOT NULL,
      topic_key TEXT NOT NULL CHECK (length(topic_key) BETWEEN 1 AND 200),
      fact_hash TEXT NOT NULL,
      times_seen INTEGER NOT NULL DEFAULT 1 CHECK (times_seen > 0),
      first_seen_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      cooldown_until TEXT NOT NULL,
      metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
      PRIMARY KEY (user_id, topic_key)
    ) STRICT, WITHOUT ROWID;
    """

  private static let preferences = """
    CREATE TABLE ai_user_prefs (
      user_id TEXT NOT NULL PRIMARY KEY,
      tone TEXT NOT NULL DEFAULT 'plain' CHECK (tone IN ('plain', 'encouraging', 'concise')),
      language TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'hi')),
      risk_profile TEXT NOT NULL DEFAULT 'unknown'
        CHECK (risk_profile IN ('unknown', 'conservative', 'moderate', 'aggressive')),
      risk_profiled_at TEXT,
      muted_topics TEXT NOT NULL DEFAULT '[]' CHECK (json_type(muted_topics) = 'array'),
      notify_email INTEGER NOT NULL DEFAULT 0,
      notify_push INTEGER NOT NULL DEFAULT 0,
      daily_token_cap INTEGER CHECK (daily_token_cap >= 0),
      updated_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let documents = """
    CREATE TABLE ai_docs (
      user_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('insight', 'recommendation')),
      ref_id TEXT NOT NULL CHECK (length(ref_id) BETWEEN 1 AND 200),
      language TEXT NOT NULL,
      content_md TEXT NOT NULL CHECK (length(content_md) <= 4000),
      content_hash TEXT NOT NULL,
      model TEXT,
      embedding BLOB,
      UNIQUE (user_id, kind, ref_id),
      CHECK ((model IS NULL) = (embedding IS NULL))
    ) STRICT;
    """
}
