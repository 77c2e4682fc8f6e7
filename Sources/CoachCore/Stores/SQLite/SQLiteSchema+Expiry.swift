import GRDB

extension SQLiteSchema {
  /// Values whose time is over are found without a look at the others.
  static func addExpiry(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX kv_expiry ON kv (expires_at);")
  }
}
