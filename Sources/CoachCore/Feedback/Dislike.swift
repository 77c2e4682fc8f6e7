/// An artifact somebody did not like.
public struct Dislike: Hashable, Sendable {
  /// The investor.
  public let user: String
  /// The session it was published in.
  public let session: String
  /// Its topic.
  public let topicKey: String
  /// Why, scrubbed of personal data; nil when nothing was said.
  public let comment: String?

  /// Names an artifact.
  public init(user: String, session: String, topicKey: String, comment: String?) {
    self.user = user
    self.session = session
    self.topicKey = topicKey
    self.comment = comment
  }
}
