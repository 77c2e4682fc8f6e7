/// A piece of text that can support what is said: a definition of the glossary, or what the coach said before.
public struct Passage: Hashable, Sendable {
  /// The id evidence names it by, such as `glossary:xirr:en` or `insight:goal:g2:gap:behind`.
  public let id: String
  /// BCP 47 language of the text.
  public let language: String
  /// The text.
  public let text: String
  /// What an earlier text is about, such as `goal:g2`; nil for what is about nobody.
  public let subject: String?

  /// Describes a passage.
  public init(id: String, language: String, text: String, subject: String? = nil) {
    self.id = id
    self.language = language
    self.text = text
    self.subject = subject
  }
}

/// A passage that was found, and how near it lies to what was looked for.
public struct PassageMatch: Hashable, Sendable {
  /// The passage.
  public let passage: Passage
  /// The cosine of the angle between the two, −1 … 1.
  public let similarity: Double

  /// Records a find.
  public init(passage: Passage, similarity: Double) {
    self.passage = passage
    self.similarity = similarity
  }
}
