import Finance
import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// Keeps an insight in the session's order.
  public func save(_ insight: Insight, session: String, as principal: Principal) throws(CoachError) {
    try write("keeping insight \(insight.topicKey)") { try Self.insert(insight, session, principal, $0) }
  }

  /// Keeps a recommendation in the session's order.
  public func save(_ recommendation: Recommendation, session: String, as principal: Principal)
    throws(CoachError)
  {
    try write("keeping recommendation \(recommendation.topicKey)") {
      try Self.insert(recommendation, session, principal, $0)
    }
  }

  /// Keeps an artifact with its ledger entry and its text in one transaction.
  public func publish(
    _ publication: Publication, session: String, as principal: Principal
  ) throws(CoachError) {
    try write("publishing \(publication.artifact.topicKey)") {
      try Self.insert(publication, session, principal, $0)
    }
  }

  /// Keeps an artifact with its ledger entry, its text and the event that tells of it in one transaction.
  public func publish(
    _ publication: Publication, with event: CoachEvent, as principal: Principal
  ) async throws(CoachError) {
    try await commit("publishing \(publication.artifact.topicKey)", by: event.session) { db in
      try Self.insert(publication, event.session, principal, db)
      try Self.insert(event, principal, db)
    }
  }

  private static func insert(
    _ publication: Publication, _ session: String, _ principal: Principal, _ db: Database
  ) throws {
    switch publication.artifact {
    case .insight(let insight): try insert(insight, session, principal, db)
    case .recommendation(let recommendation): try insert(recommendation, session, principal, db)
    }
    if let entry = publication.entry { try upsert(entry, principal, db) }
    if let document = publication.document { try upsert(document, principal, db) }
  }

  /// The insights in order of writing.
  public func insights(session: String, as principal: Principal) throws(CoachError) -> [Insight] {
    try artifacts("ai_insights", Insight.self, session, principal)
  }

  /// The recommendations in order of writing.
  public func recommendations(session: String, as principal: Principal) throws(CoachError) -> [Recommendation]
  {
    try artifacts("ai_recommendations", Recommendation.self, session, principal)
  }

  private func artifacts<Artifact: Decodable>(
    _ table: String, _ type: Artifact.Type, _ session: String, _ principal: Principal
  ) throws(CoachError) -> [Artifact] {
    try read("reading \(table) of session \(session)") { db in
      try String.fetchAll(
        db, sql: "SELECT data FROM \(table) WHERE session_id = ? AND user_id = ? ORDER BY position",
        arguments: [session, principal.user]
      ).map { try JSONValueDecoder().decode(type, from: JSONValue(parsing: $0)) }
    }
  }

  /// The number of the next artifact among those of user `?2`.
  private static let nextPublished = """
    1 + max(
      coalesce((SELECT max(published) FROM ai_insights WHERE user_id = ?2), 0),
      coalesce((SELECT max(published) FROM ai_recommendations WHERE user_id = ?2), 0))
    """

  private static func insert(
    _ insight: Insight, _ session: String, _ principal: Principal, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_insights
          (id, user_id, session_id, position, scope, scope_ref, topic_key, severity, title, body_md, data, as_of,
           published)
        SELECT ?1, ?2, ?3, 1 + (SELECT count(*) FROM ai_insights WHERE session_id = ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
          \(nextPublished)
        """
    ).execute(arguments: [
      insight.id, principal.user, session, insight.scope.rawValue, insight.scopeRef, insight.topicKey,
      insight.severity.rawValue, insight.title, insight.bodyMarkdown,
      try JSONValueEncoder().encode(insight).compact(), insight.asOf.description,
    ])
  }

  private static func insert(
    _ recommendation: Recommendation, _ session: String, _ principal: Principal, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_recommendations
          (id, user_id, session_id, position, kind, topic_key, priority, status, rationale_md, data,
           published)
        SELECT ?1, ?2, ?3, 1 + (SELECT count(*) FROM ai_recommendations WHERE session_id = ?3), ?4, ?5, ?6, ?7, ?8, ?9,
          \(nextPublished)
        """
    ).execute(arguments: [
      recommendation.id, principal.user, session, recommendation.kind.rawValue, recommendation.topicKey,
      recommendation.priority, recommendation.status.rawValue, recommendation.rationaleMarkdown,
      try JSONValueEncoder().encode(recommendation).compact(),
    ])
  }
}
