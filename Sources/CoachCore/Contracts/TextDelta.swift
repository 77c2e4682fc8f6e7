/// One sentence of an artifact on its way, shown before the artifact itself.
///
/// It has passed every rail that can judge a sentence alone. It is never stored and has no number in the session's
/// order: the artifact event that follows is the truth, and there may be none.
public struct TextDelta: Codable, Hashable, Sendable {
  /// The session.
  public let session: String
  /// The topic of the artifact the sentence belongs to.
  public let topicKey: String
  /// 0, 1, 2 … within the artifact; 0 again when a repaired draft starts over.
  public let index: Int
  /// The sentence with its markers.
  public let text: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case session
    case topicKey = "topic_key"
    case index, text
  }

  /// Shows a sentence.
  public init(session: String, topicKey: String, index: Int, text: String) {
    self.session = session
    self.topicKey = topicKey
    self.index = index
    self.text = text
  }
}
