import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// Adds the next event; the statement itself refuses a gap, a repeat and another owner's session.
  public func append(_ event: CoachEvent, as principal: Principal) async throws(CoachError) {
    try await commit(
      "writing event \(event.seq) of session \(event.session)", by: event.session, isOneStatement: true
    ) {
      try Self.insert(event, principal, $0)
    }
  }

  static func insert(_ event: CoachEvent, _ principal: Principal, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_events (session_id, user_id, seq, phase, kind, payload, created_at)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
        WHERE ?3 = 1 + (SELECT coalesce(max(seq), 0) FROM ai_events WHERE session_id = ?1)
        """
    ).execute(arguments: [
      event.session, principal.user, event.seq, event.phase.rawValue, event.type.rawValue,
      JSONValue.object(event.data).compact(), event.timestamp,
    ])
    guard db.changesCount == 1 else {
      throw CoachError(.conflict, "event \(event.seq) of session \(event.session) is not the next one")
    }
  }

  /// The events above `after`, in order.
  public func events(session: String, after: Int, as principal: Principal) throws(CoachError) -> [CoachEvent]
  {
    try read("reading the events of session \(session)") { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM ai_events WHERE session_id = ? AND user_id = ? AND seq > ? ORDER BY seq",
        arguments: [session, principal.user, after]
      ).map { row in
        guard let type = CoachEvent.Kind(rawValue: row["kind"]),
          case .object(let data) = try JSONValue(parsing: row["payload"] as String)
        else {
          throw CoachError(.storeFailed, "event \(row["seq"] as Int) of session \(session) cannot be read")
        }
        return CoachEvent(
          seq: row["seq"], session: session, timestamp: row["created_at"], type: type, data: data)
      }
    }
  }
}
