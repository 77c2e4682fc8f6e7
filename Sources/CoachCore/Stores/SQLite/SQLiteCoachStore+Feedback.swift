import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// Reads, changes and writes a standing in one transaction, with what the ledger holds of the topic.
  @discardableResult
  public func updateStanding(
    of topicKey: String, session: String, as principal: Principal,
    by change: (inout ArtifactStanding) throws(CoachError) -> Bool
  ) throws(CoachError) -> ArtifactStanding {
    var result: ArtifactStanding?
    try write("recording what was said of \(topicKey)") { db in
      guard let (table, found) = try Self.standing(topicKey, session, principal, db) else {
        throw CoachError(.notFound, "there is no artifact \(topicKey) in session \(session)")
      }
      var standing = found
      if try change(&standing) {
        try Self.update(standing, in: table, topicKey, session, principal, db)
        if standing.feedback.decision != found.feedback.decision {
          try Self.setFeedback(standing.rest, topicKey, principal, db)
        }
      }
      result = standing
    }
    guard let result else { throw CoachError(.storeFailed, "the store carried out no transaction") }
    return result
  }

  private static func standing(
    _ topicKey: String, _ session: String, _ principal: Principal, _ db: Database
  ) throws -> (table: String, standing: ArtifactStanding)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT 'ai_insights', severity, NULL, NULL, feedback FROM ai_insights
          WHERE session_id = ?1 AND topic_key = ?2 AND user_id = ?3
        UNION ALL
        SELECT 'ai_recommendations', NULL, priority, status, feedback FROM ai_recommendations
          WHERE session_id = ?1 AND topic_key = ?2 AND user_id = ?3
        """, arguments: [session, topicKey, principal.user])
    guard let row else { return nil }
    let severity =
      (row[1] as String?).flatMap(Insight.Severity.init(rawValue:))
      ?? .init(ofPriority: row[2] ?? 5)
    return (
      row[0],
      ArtifactStanding(
        status: (row[3] as String?).flatMap(Recommendation.Status.init(rawValue:)), severity: severity,
        feedback: try (row[4] as String?).map(feedback) ?? ArtifactFeedback())
    )
  }

  static func feedback(_ text: String) throws -> ArtifactFeedback {
    do {
      return try JSONValueDecoder().decode(ArtifactFeedback.self, from: JSONValue(parsing: text))
    } catch {
      throw CoachError(.storeFailed, "the feedback on an artifact cannot be read", cause: error)
    }
  }

  private static func update(
    _ standing: ArtifactStanding, in table: String, _ topicKey: String, _ session: String,
    _ principal: Principal, _ db: Database
  ) throws {
    let feedback = try JSONValueEncoder().encode(standing.feedback).compact()
    let status = standing.status?.rawValue
    try db.execute(
      sql: """
        UPDATE \(table) SET feedback = ?\(status == nil ? "" : ", status = ?")
        WHERE session_id = ? AND topic_key = ? AND user_id = ?
        """,
      arguments: StatementArguments(
        [feedback] + (status.map { [$0] } ?? []) + [session, topicKey, principal.user]))
  }
}

extension SQLiteCoachStore: FeedbackDirectory {
  /// What was disliked, of all users.
  public func dislikes(limit: Int) throws(CoachError) -> [Dislike] {
    try read("reading what was disliked") { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT user_id, session_id, topic_key, json_extract(feedback, '$.opinion.comment'),
              json_extract(feedback, '$.opinion.at') AS at, published FROM ai_insights
            WHERE json_extract(feedback, '$.opinion.verdict') = 'disliked'
          UNION ALL
          SELECT user_id, session_id, topic_key, json_extract(feedback, '$.opinion.comment'),
              json_extract(feedback, '$.opinion.at') AS at, published FROM ai_recommendations
            WHERE json_extract(feedback, '$.opinion.verdict') = 'disliked'
          ORDER BY at DESC, user_id, published LIMIT ?
          """, arguments: [max(0, limit)]
      ).map { Dislike(user: $0[0], session: $0[1], topicKey: $0[2], comment: $0[3]) }
    }
  }
}
