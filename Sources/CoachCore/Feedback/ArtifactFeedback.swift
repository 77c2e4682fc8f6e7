public import Finance

/// What an investor has said of an artifact, as it is kept beside it: the last opinion and the last decision.
public struct ArtifactFeedback: Codable, Hashable, Sendable {
  /// One thing that was said.
  public struct Remark: Codable, Hashable, Sendable {
    /// What was said.
    public let verdict: Feedback.Verdict
    /// The first IST date on which the topic may be told again, where it was sent to rest.
    public let until: CivilDate?
    /// Why, scrubbed of personal data.
    public let comment: String?
    /// When, ISO 8601.
    public let at: String

    /// Records a remark.
    public init(verdict: Feedback.Verdict, until: CivilDate?, comment: String?, at: String) {
      self.verdict = verdict
      self.until = until
      self.comment = comment
      self.at = at
    }
  }

  /// `liked` or `disliked`.
  public var opinion: Remark?
  /// What the investor decided about it.
  public var decision: Remark?

  /// Puts feedback together.
  public init(opinion: Remark? = nil, decision: Remark? = nil) {
    self.opinion = opinion
    self.decision = decision
  }
}
