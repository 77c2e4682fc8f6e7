/// Who wrote a published artifact, and after how many attempts.
public struct ArtifactWriter: Codable, Hashable, Sendable {
  /// Who wrote it.
  public enum Author: String, Codable, Sendable, CaseIterable {
    /// The model, in a draft every rail passed.
    case model
    /// The template renderer, after every attempt of the model was rejected.
    case template
  }

  /// The artifact's topic.
  public let topicKey: String
  /// Who wrote it.
  public let author: Author
  /// How often the model was asked.
  public let attempts: Int

  enum CodingKeys: String, CodingKey, CaseIterable {
    case topicKey = "topic_key"
    case author = "writer"
    case attempts
  }

  /// Records a writer.
  public init(topicKey: String, author: Author, attempts: Int) {
    self.topicKey = topicKey
    self.author = author
    self.attempts = attempts
  }
}
