import GRDB

extension SQLiteCoachStore {
  /// Removes values whose time is over, in one short transaction.
  public func removeExpired(at time: String, limit: Int) async throws(CoachError) -> Int {
    let limit = max(0, limit)
    return try await commit("removing expired values", isOneStatement: true) { db in
      try db.cachedStatement(
        sql: """
          DELETE FROM kv WHERE key IN (
            SELECT key FROM kv INDEXED BY kv_expiry WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
          """
      ).execute(arguments: [time, limit])
      return db.changesCount
    }
  }
}
