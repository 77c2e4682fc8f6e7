import GRDB

extension SQLiteSchema {
  /// What investors say of artifacts, and one order over both kinds of them for each investor.
  static func addFeedback(_ db: Database) throws {
    for table in ["ai_insights", "ai_recommendations"] {
      try db.execute(
        sql: """
          ALTER TABLE \(table) ADD COLUMN published INTEGER CHECK (published > 0);
          ALTER TABLE \(table) ADD COLUMN feedback TEXT CHECK (feedback IS NULL OR json_type(feedback) = 'object');
          \(numbering(table))
          CREATE UNIQUE INDEX \(table)_published ON \(table) (user_id, published);
          CREATE INDEX \(table)_disliked ON \(table) (json_extract(feedback, '$.opinion.at'))
            WHERE json_extract(feedback, '$.opinion.verdict') = 'disliked';
          """)
    }
  }

  /// Numbers what was published before: by session, and in it insights first, as far as the order is still known.
  private static func numbering(_ table: String) -> String {
    """
    WITH published AS (
      SELECT id, user_id, session_id, 0 AS kind, position FROM ai_insights
      UNION ALL SELECT id, user_id, session_id, 1, position FROM ai_recommendations
    ), numbered AS (
      SELECT p.id, p.kind, row_number()
        OVER (PARTITION BY p.user_id ORDER BY s.started_at, p.session_id, p.kind, p.position) AS number
      FROM published p JOIN ai_sessions s ON s.id = p.session_id
    )
    UPDATE \(table) SET published = n.number FROM numbered n
      WHERE n.id = \(table).id AND n.kind = \(table == "ai_insights" ? 0 : 1);
    """
  }
}
