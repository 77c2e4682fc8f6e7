public import Finance

/// What the ledger holds of one topic told to one investor (`ai_topic_ledger`).
public struct TopicLedgerEntry: Hashable, Sendable {
  /// What the investor said of a topic, and for how long it counts.
  public struct Feedback: Hashable, Sendable {
    /// What was said.
    public enum Status: String, Sendable, CaseIterable {
      case snoozed, dismissed
    }

    /// What was said.
    public let status: Status
    /// The first IST date on which the topic may be told again.
    public let until: CivilDate

    /// Records what was said.
    public init(_ status: Status, until: CivilDate) {
      self.status = status
      self.until = until
    }
  }

  /// The topic.
  public let topic: TopicKey
  /// The hash of the facts it was last told with.
  public let factHash: String
  /// The hash of what those facts were computed from.
  public let inputsHash: String
  /// How much it mattered then.
  public let severity: Insight.Severity
  /// The IST date it was last told for.
  public let toldOn: CivilDate
  /// How often it has been told.
  public let timesSeen: Int
  /// When it was first told, ISO 8601.
  public let firstSeenAt: String
  /// When it was last told, ISO 8601.
  public let lastSeenAt: String
  /// The first IST date on which it may be told again unchanged.
  public let cooldownUntil: CivilDate
  /// What the investor said of it since.
  public let feedback: Feedback?

  /// Describes an entry.
  public init(
    topicKey: String, factHash: String, inputsHash: String, severity: Insight.Severity, toldOn: CivilDate,
    timesSeen: Int = 1,
    firstSeenAt: String, lastSeenAt: String, cooldownUntil: CivilDate, feedback: Feedback? = nil
  ) {
    self.topic = TopicKey(topicKey)
    self.factHash = factHash
    self.inputsHash = inputsHash
    self.severity = severity
    self.toldOn = toldOn
    self.timesSeen = timesSeen
    self.firstSeenAt = firstSeenAt
    self.lastSeenAt = lastSeenAt
    self.cooldownUntil = cooldownUntil
    self.feedback = feedback
  }

  /// Whether this was told after the other; by the day told for first, since the clock of a replay may stand still.
  func isTold(after other: TopicLedgerEntry) -> Bool {
    (toldOn, lastSeenAt) > (other.toldOn, other.lastSeenAt)
  }
}
