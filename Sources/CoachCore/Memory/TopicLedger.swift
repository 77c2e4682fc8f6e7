public import Finance

/// Decides which topics are told and which rest, from what has been told before (domain rules §3).
///
/// A topic rests while its cool-down is open and its figures read the same, or rest on the same inputs and differ by
/// the passing of days alone. It also rests while the investor has snoozed or dismissed it. What has become worse is
/// always told.
public struct TopicLedger: Sendable {
  /// What to do with a topic.
  public enum Decision: Hashable, Sendable {
    /// Tell it.
    case tell(Occasion)
    /// Say nothing of it before a date.
    case rest(until: CivilDate, Reason)
  }

  /// Why a topic is told.
  public enum Occasion: String, Sendable, CaseIterable {
    /// It has not been told before.
    case new
    /// It is worse than what was last told of the same thing.
    case worsened
    /// Its figures read otherwise, and not by the passing of days alone.
    case changed
    /// Its cool-down is over.
    case returned
  }

  /// Why a topic rests.
  public enum Reason: String, Sendable, CaseIterable {
    case coolingDown = "cooling_down"
    case snoozed, dismissed
  }

  private let cooldowns: TopicCooldowns
  private var entries: [String: TopicLedgerEntry] = [:]
  /// The last telling of each family, whatever state it reported.
  private var latest: [String: TopicLedgerEntry] = [:]

  /// Reads the entries of one investor, in any order.
  public init(_ entries: [TopicLedgerEntry], cooldowns: TopicCooldowns) {
    self.cooldowns = cooldowns
    for entry in entries.sorted(by: { $0.topic.description < $1.topic.description }) {
      self.entries[entry.topic.description] = entry
      guard let family = entry.topic.family else { continue }
      if let known = latest[family], !entry.isTold(after: known) { continue }
      latest[family] = entry
    }
  }

  /// Whether a topic is told.
  public func decision(for telling: TopicTelling) -> Decision {
    let own = entries[telling.topic.description]
    if let last = lastTold(of: telling.topic, own), isWorse(telling, than: last) { return .tell(.worsened) }
    guard let own else { return .tell(.new) }
    if let feedback = own.feedback, feedback.until > telling.asOf {
      return .rest(until: feedback.until, feedback.status == .snoozed ? .snoozed : .dismissed)
    }
    if own.factHash != telling.factHash, own.inputsHash != telling.inputsHash { return .tell(.changed) }
    return own.cooldownUntil > telling.asOf
      ? .rest(until: own.cooldownUntil, .coolingDown) : .tell(.returned)
  }

  /// The entry that a telling leaves behind.
  ///
  /// - Parameter timestamp: when it is told, ISO 8601.
  public func entry(for telling: TopicTelling, at timestamp: String) -> TopicLedgerEntry {
    TopicLedgerEntry(
      topicKey: telling.topic.description, factHash: telling.factHash,
      inputsHash: telling.inputsHash, severity: telling.severity, toldOn: telling.asOf,
      firstSeenAt: timestamp, lastSeenAt: timestamp,
      cooldownUntil: telling.asOf.adding(days: days(telling.severity)))
  }

  /// The end of the rest that a dismissal on a date asks for.
  public func dismissal(on date: CivilDate) -> TopicLedgerEntry.Feedback {
    .init(.dismissed, until: date.adding(days: cooldowns.dismissed))
  }

  private func lastTold(of topic: TopicKey, _ own: TopicLedgerEntry?) -> TopicLedgerEntry? {
    guard let last = topic.family.flatMap({ latest[$0] }) else { return own }
    guard let own, !last.isTold(after: own) else { return last }
    return own
  }

  private func isWorse(_ telling: TopicTelling, than entry: TopicLedgerEntry) -> Bool {
    if telling.severity != entry.severity { return telling.severity.rank > entry.severity.rank }
    return cooldowns.isWorse(telling.topic.state, than: entry.topic.state, of: telling.topic.aspect)
  }

  func days(_ severity: Insight.Severity) -> Int {
    switch severity {
    case .info: cooldowns.info
    case .attention: cooldowns.attention
    case .action: cooldowns.action
    }
  }
}
