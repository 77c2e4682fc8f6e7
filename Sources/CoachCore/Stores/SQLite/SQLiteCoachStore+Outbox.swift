import Finance
import GRDB
import JSONKit

extension SQLiteCoachStore: OutboxStore {
  /// Keeps a message, unless there is one for its job, date and user.
  @discardableResult
  public func enqueue(_ message: OutboxMessage, at time: String, as principal: Principal) throws(CoachError)
    -> Bool
  {
    guard message.user == principal.user else {
      throw CoachError(.conflict, "a message is for another user than the one it is kept for")
    }
    let data: String
    do {
      data = try JSONValueEncoder().encode(message).compact()
    } catch {
      throw CoachError(.storeFailed, "a message cannot be written as JSON: \(error)", cause: error)
    }
    var isKept = false
    try write("keeping a message") { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO ai_outbox (user_id, job, day, session_id, message_id, data, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id, job, day) DO NOTHING
          """
      ).execute(arguments: [
        principal.user, message.job, message.day.description, message.session, message.id, data, time,
      ])
      isKept = db.changesCount == 1
    }
    return isKept
  }

  /// Messages that have not been sent, in the order they came.
  public func unsent(limit: Int) throws(CoachError) -> [OutboxMessage] {
    try read("reading the outbox") { db in
      try String.fetchAll(
        db, sql: "SELECT data FROM ai_outbox WHERE sent_at IS NULL ORDER BY position LIMIT ?",
        arguments: [limit]
      ).map { try JSONValueDecoder().decode(OutboxMessage.self, from: JSONValue(parsing: $0)) }
    }
  }

  /// Records in one transaction that messages were sent.
  public func markSent(_ ids: [String], at time: String) throws(CoachError) {
    try write("marking messages as sent") { db in
      let statement = try db.cachedStatement(
        sql: "UPDATE ai_outbox SET sent_at = ? WHERE message_id = ? AND sent_at IS NULL")
      for id in ids { try statement.execute(arguments: [time, id]) }
    }
  }
}
