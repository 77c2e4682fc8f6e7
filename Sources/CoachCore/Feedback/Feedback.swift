public import Finance

/// What an investor says of an artifact: an opinion of it, or a decision about it.
public struct Feedback: Hashable, Sendable {
  /// What is said.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// Opinions, of any artifact.
    case liked, disliked
    /// Decisions about a recommendation.
    case accepted, done
    /// Decisions about any artifact: its topic rests for a while.
    case snoozed, dismissed

    /// Whether it is an opinion; it then changes nothing but what is known of it.
    public var isOpinion: Bool { self == .liked || self == .disliked }
    /// Whether the topic rests because of it.
    public var restsTopic: Bool { self == .snoozed || self == .dismissed }
  }

  /// The longest comment, in Unicode scalars.
  public static let longestComment = 1_000
  /// The most days a topic may be sent to rest for.
  public static let longestRest = 3_660

  /// The investor.
  public var user: String
  /// The session the artifact was published in.
  public var session: String
  /// The artifact's topic.
  public var topicKey: String
  /// What is said.
  public var verdict: Verdict
  /// The first IST date on which the topic may be told again; only with a verdict that sends it to rest, and nil for as
  /// long as the policy says.
  public var until: CivilDate?
  /// Why, at most 1,000 Unicode scalars; personal data in it is replaced before it is kept.
  public var comment: String?

  /// Says something of an artifact.
  public init(
    user: String, session: String, topicKey: String, verdict: Verdict, until: CivilDate? = nil,
    comment: String? = nil
  ) {
    self.user = user
    self.session = session
    self.topicKey = topicKey
    self.verdict = verdict
    self.until = until
    self.comment = comment
  }
}
