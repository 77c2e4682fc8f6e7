import Finance
import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// The user's entries in order of key.
  public func ledger(as principal: Principal) throws(CoachError) -> [TopicLedgerEntry] {
    try read("reading the topic ledger") { db in
      let rows = try Row.fetchCursor(
        try db.cachedStatement(sql: "SELECT * FROM ai_topic_ledger WHERE user_id = ? ORDER BY topic_key"),
        arguments: [principal.user])
      var entries: [TopicLedgerEntry] = []
      while let row = try rows.next() { entries.append(try Self.ledgerEntry(row)) }
      return entries
    }
  }

  /// Records a telling in one statement, so that two sessions at once lose none.
  public func record(_ entry: TopicLedgerEntry, as principal: Principal) throws(CoachError) {
    try write("recording topic \(entry.topic)") { try Self.upsert(entry, principal, $0) }
  }

  /// Records what the user said of a topic they were told.
  @discardableResult
  public func setFeedback(
    _ feedback: TopicLedgerEntry.Feedback?, topicKey: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    var isThere = false
    try write("recording the feedback on topic \(topicKey)") {
      isThere = try Self.setFeedback(feedback, topicKey, principal, $0)
    }
    return isThere
  }

  @discardableResult
  static func setFeedback(
    _ feedback: TopicLedgerEntry.Feedback?, _ topicKey: String, _ principal: Principal, _ db: Database
  ) throws -> Bool {
    // A null in a merge patch (RFC 7396) removes the member.
    let patch: JSONValue = ["feedback": feedback.map(json) ?? .null]
    try db.cachedStatement(
      sql: "UPDATE ai_topic_ledger SET metadata = json_patch(metadata, ?) WHERE user_id = ? AND topic_key = ?"
    ).execute(arguments: [patch.compact(), principal.user, topicKey])
    return db.changesCount == 1
  }

  static func upsert(_ entry: TopicLedgerEntry, _ principal: Principal, _ db: Database) throws {
    var metadata: JSONObject = [
      "severity": .string(entry.severity.rawValue), "told_on": .string(entry.toldOn.description),
      "inputs_hash": .string(entry.inputsHash),
    ]
    metadata["feedback"] = entry.feedback.map(json)
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_topic_ledger
          (user_id, topic_key, fact_hash, times_seen, first_seen_at, last_seen_at, cooldown_until, metadata)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (user_id, topic_key) DO UPDATE SET
          fact_hash = excluded.fact_hash, times_seen = times_seen + excluded.times_seen,
          last_seen_at = excluded.last_seen_at, cooldown_until = excluded.cooldown_until,
          metadata = excluded.metadata
        """
    ).execute(arguments: [
      principal.user, entry.topic.description, entry.factHash, entry.timesSeen, entry.firstSeenAt,
      entry.lastSeenAt, entry.cooldownUntil.description, JSONValue.object(metadata).compact(),
    ])
  }

  private static func json(_ feedback: TopicLedgerEntry.Feedback) -> JSONValue {
    ["status": .string(feedback.status.rawValue), "until": .string(feedback.until.description)]
  }

  private static func ledgerEntry(_ row: Row) throws -> TopicLedgerEntry {
    let key: String = row["topic_key"]
    let metadata = try JSONValue(parsing: row["metadata"] as String)
    guard let severity = metadata["severity"]?.string.flatMap(Insight.Severity.init(rawValue:)),
      let inputsHash = metadata["inputs_hash"]?.string,
      let toldOn = metadata["told_on"]?.string.flatMap(CivilDate.init(iso:)),
      let until = CivilDate(iso: row["cooldown_until"])
    else {
      throw CoachError(.storeFailed, "ledger entry \(key) was written by another version of the store")
    }
    return TopicLedgerEntry(
      topicKey: key, factHash: row["fact_hash"], inputsHash: inputsHash, severity: severity, toldOn: toldOn,
      timesSeen: row["times_seen"], firstSeenAt: row["first_seen_at"], lastSeenAt: row["last_seen_at"],
      cooldownUntil: until, feedback: try metadata["feedback"].map { try feedback($0, of: key) })
  }

  private static func feedback(_ json: JSONValue, of key: String) throws -> TopicLedgerEntry.Feedback {
    guard let status = json["status"]?.string.flatMap(TopicLedgerEntry.Feedback.Status.init(rawValue:)),
      let until = json["until"]?.string.flatMap(CivilDate.init(iso:))
    else {
      throw CoachError(.storeFailed, "the feedback on \(key) was written by another version of the store")
    }
    return .init(status, until: until)
  }
}
