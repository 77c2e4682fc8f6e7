import GRDB
import JSONKit

/// What the API reads.
extension SQLiteCoachStore {
  /// The events above `after`, their payloads as they were written; one index scan and nothing parsed.
  public func eventTexts(
    session: String, after: Int, limit: Int, as principal: Principal
  ) throws(CoachError) -> [StoredEventText] {
    try read("reading the events of session \(session)") { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT seq, kind, created_at, payload FROM ai_events
          WHERE session_id = ? AND user_id = ? AND seq > ? ORDER BY seq LIMIT ?
          """)
      let rows = try Row.fetchCursor(
        statement, arguments: [session, principal.user, after, max(0, limit)])
      var events: [StoredEventText] = []
      while let row = try rows.next() {
        guard let type = CoachEvent.Kind(rawValue: row[1]) else {
          throw CoachError(.storeFailed, "event \(row[0] as Int) of session \(session) cannot be read")
        }
        events.append(StoredEventText(seq: row[0], type: type, timestamp: row[2], data: row[3]))
      }
      return events
    }
  }

  /// The number of the session's last event.
  public func lastSeq(session: String, as principal: Principal) throws(CoachError) -> Int {
    try read("reading the last event of session \(session)") { db in
      try Int.fetchOne(
        try db.cachedStatement(
          sql: "SELECT coalesce(max(seq), 0) FROM ai_events WHERE session_id = ? AND user_id = ?"),
        arguments: [session, principal.user]) ?? 0
    }
  }

  /// A page of both tables, merged by the investor's own numbering.
  public func publishedArtifacts(
    session: String?, after: ArtifactCursor?, limit: Int, as principal: Principal
  ) throws(CoachError) -> [PublishedArtifact] {
    try read("reading what was published") { db in
      try Row.fetchAll(
        try db.cachedStatement(sql: Self.page),
        arguments: [principal.user, after?.position ?? Int.max, session, max(0, limit)]
      ).map(Self.published)
    }
  }

  private static let page = """
    SELECT published, session_id, data, NULL, feedback FROM ai_insights
      WHERE user_id = ?1 AND published < ?2 AND (?3 IS NULL OR session_id = ?3)
    UNION ALL
    SELECT published, session_id, data, status, feedback FROM ai_recommendations
      WHERE user_id = ?1 AND published < ?2 AND (?3 IS NULL OR session_id = ?3)
    ORDER BY published DESC LIMIT ?4
    """

  private static func published(_ row: Row) throws -> PublishedArtifact {
    let status = (row[3] as String?).flatMap(Recommendation.Status.init(rawValue:))
    var artifact = try JSONValue(parsing: row[2] as String)
    if let status, case .object(var object) = artifact {
      object["status"] = .string(status.rawValue)
      artifact = .object(object)
    }
    return PublishedArtifact(
      cursor: ArtifactCursor(position: row[0]), session: row[1], artifact: artifact, status: status,
      feedback: try (row[4] as String?).map(feedback))
  }
}
