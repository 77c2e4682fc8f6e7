import GRDB

extension SQLiteCoachStore: KVStore {
  /// The living value of a key.
  public func value(_ key: String, at time: String) throws(CoachError) -> String? {
    try read("reading \(key)") { db in
      try String.fetchOne(
        db, sql: "SELECT value FROM kv WHERE key = ? AND expires_at > ?", arguments: [key, time])
    }
  }

  /// Writes a value.
  public func set(_ key: String, _ value: String, until expiry: String) async throws(CoachError) {
    try await commit("writing \(key)", isOneStatement: true) { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO kv (key, value, expires_at) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
          """
      ).execute(arguments: [key, value, expiry])
    }
  }

  /// Writes a value by one statement, unless a living one is there.
  public func setIfAbsent(_ key: String, _ value: String, until expiry: String, at time: String)
    async throws(CoachError) -> String?
  {
    try await commit("claiming \(key)") { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO kv (key, value, expires_at) VALUES (?1, ?2, ?3)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
          WHERE kv.expires_at <= ?4
          """
      ).execute(arguments: [key, value, expiry, time])
      guard db.changesCount == 0 else { return nil }
      return try String.fetchOne(db, sql: "SELECT value FROM kv WHERE key = ?", arguments: [key])
    }
  }

  /// Removes a key that still has the value.
  public func remove(_ key: String, expecting value: String) async throws(CoachError) -> Bool {
    try await commit("removing \(key)", isOneStatement: true) { db in
      try db.cachedStatement(sql: "DELETE FROM kv WHERE key = ? AND value = ?").execute(arguments: [
        key, value,
      ])
      return db.changesCount == 1
    }
  }
}
