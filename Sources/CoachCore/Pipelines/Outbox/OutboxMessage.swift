public import Finance

/// A notification that waits to be sent: what it is about and to whom, by reference; the words are made when it is sent.
///
/// It holds no name, no address and no prose. At most one exists for a job, a date and a user.
public struct OutboxMessage: Codable, Hashable, Sendable {
  /// `<job>:<date>:<user>`.
  public let id: String
  /// What led to it: `daily`, `weekly` or `data_change`.
  public let job: String
  /// The IST date.
  public let day: CivilDate
  /// Whom it is for, by run-local id.
  public let user: String
  /// Where the addresses are found, for example `user:u2:email` and `user:u2:push`, by what the user has asked for.
  public let addressRefs: [String]
  /// BCP 47 language to write it in.
  public let language: String
  /// The session that has more.
  public let session: String
  /// How much the most important of its topics matters.
  public let severity: Insight.Severity
  /// The topics, in the order they were told.
  public let topics: [String]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, job, day, user
    case addressRefs = "address_refs"
    case language, session, severity, topics
  }

  /// Decides what a user is notified of; nil when there is nothing, or they have asked for neither mail nor push.
  ///
  /// - Parameters:
  ///   - topics: what the session told, each with its severity.
  ///   - preferences: nil for a user who has said nothing, and so has not asked for anything.
  public init?(
    job: String, day: CivilDate, user: String, session: String,
    topics: [(key: String, severity: Insight.Severity)],
    preferences: UserPreferences?
  ) {
    guard let preferences, preferences.notifyEmail || preferences.notifyPush else { return nil }
    let heard = topics.filter { !preferences.mutedTopics.contains(TopicKey($0.key).aspect) }
    guard let severity = heard.map(\.severity).max(by: { $0.rank < $1.rank }) else { return nil }
    id = "\(job):\(day):\(user)"
    self.job = job
    self.day = day
    self.user = user
    addressRefs =
      (preferences.notifyEmail ? ["user:\(user):email"] : [])
      + (preferences.notifyPush ? ["user:\(user):push"] : [])
    language = preferences.language.rawValue
    self.session = session
    self.severity = severity
    self.topics = heard.map(\.key)
  }
}
