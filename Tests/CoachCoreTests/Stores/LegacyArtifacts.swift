import GRDB
import JSONKit

@testable import CoachCore

/// Rows as versions before 7 of the store wrote them.
enum LegacyArtifacts {
  static func insert(
    _ insight: Insight, _ position: Int, _ session: String, _ user: String, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO ai_insights (id, user_id, session_id, position, scope, topic_key, severity, title, body_md, data, as_of)
        VALUES (?, ?, ?, ?, 'goal', ?, 'info', 't', 'b', ?, '2026-08-14')
        """,
      arguments: [
        insight.id, user, session, position, insight.topicKey,
        try JSONValueEncoder().encode(insight).compact(),
      ])
  }

  static func insert(
    _ recommendation: Recommendation, _ position: Int, _ session: String, _ user: String, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO ai_recommendations (id, user_id, session_id, position, kind, topic_key, priority, rationale_md, data)
        VALUES (?, ?, ?, ?, 'no_action', ?, 5, 'why', ?)
        """,
      arguments: [
        recommendation.id, user, session, position, recommendation.topicKey,
        try JSONValueEncoder().encode(recommendation).compact(),
      ])
  }
}
