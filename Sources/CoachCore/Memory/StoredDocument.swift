/// A text kept for later, with its vector (`ai_docs`); one a kind and reference, the newer replacing the older.
public struct StoredDocument: Hashable, Sendable {
  /// What a text is.
  public enum Kind: String, Sendable, CaseIterable {
    case insight, recommendation
  }

  /// What it is.
  public let kind: Kind
  /// What it is of: the topic key of an artifact.
  public let refID: String
  /// BCP 47 language of the text.
  public let language: String
  /// The text.
  public let contentMarkdown: String
  /// SHA-256 of the text.
  public let contentHash: String
  /// Where it lies among others; nil until it has been embedded.
  public let embedding: Embedding?

  /// Keeps a text.
  public init(kind: Kind, refID: String, language: String, contentMarkdown: String, embedding: Embedding?) {
    self.kind = kind
    self.refID = refID
    self.language = language
    self.contentMarkdown = contentMarkdown
    self.contentHash = ContentHash.sha256(contentMarkdown)
    self.embedding = embedding
  }

  /// The id its passage goes by, such as `insight:goal:g2:gap:behind`.
  public var passageID: String { "\(kind.rawValue):\(refID)" }
}
