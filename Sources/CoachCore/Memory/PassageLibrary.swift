/// The passages a session can look things up in: the glossary and what was told to this investor before.
public struct PassageLibrary: Sendable {
  /// What makes the vectors; a text embedded otherwise is not found here.
  public let embedder: any Embedder
  private var index: VectorIndex
  private var passages: [String: Passage] = [:]

  /// Makes an empty library.
  public init(embedder: any Embedder) {
    self.embedder = embedder
    index = VectorIndex(model: embedder.model)
  }

  /// The glossary in all its languages, embedded on the spot.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` when an entry has no word; a test proves none has.
  public static func glossary(embedder: HashingEmbedder = HashingEmbedder()) throws(CoachError)
    -> PassageLibrary
  {
    var library = PassageLibrary(embedder: embedder)
    for (language, entries) in Glossary.entries {
      for entry in entries {
        let passage = Glossary.passage(entry, in: language)
        // Definitions speak of each other's terms; what an entry is about has to outweigh what it mentions.
        let weighted = Array(repeating: entry.term, count: 4).joined(separator: " ") + " " + passage.text
        try library.insert(passage, at: try embedder.embed(weighted))
      }
    }
    return library
  }

  /// Adds a passage, replacing the one of that id.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a vector of another model or dimension.
  public mutating func insert(_ passage: Passage, at embedding: Embedding) throws(CoachError) {
    try index.insert(embedding, id: passage.id)
    passages[passage.id] = passage
  }

  /// Adds what was told before; a document that was never embedded, or by another model, cannot be found and is
  /// left out.
  public mutating func insert(_ documents: [StoredDocument]) throws(CoachError) {
    for document in documents {
      guard let embedding = document.embedding, embedding.model == index.model else { continue }
      try insert(
        Passage(
          id: document.passageID, language: document.language, text: document.contentMarkdown,
          subject: TopicKey(document.refID).subject),
        at: embedding)
    }
  }

  /// The passages nearest to a vector, nearest first, equally near ones by id.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a vector of another model or dimension.
  public func nearest(
    to embedding: Embedding, count: Int, where isWanted: (Passage) -> Bool
  ) throws(CoachError) -> [PassageMatch] {
    try index.nearest(to: embedding, count: count) { id in passages[id].map(isWanted) ?? false }
      .compactMap { neighbor in
        passages[neighbor.id].map { PassageMatch(passage: $0, similarity: neighbor.similarity) }
      }
  }
}

extension PassageLibrary: ResearchSource {
  /// The name results carry.
  public var name: String { "library" }

  /// The passages nearest to a question.
  public func passages(on question: String, language: String, count: Int) async throws -> [PassageMatch] {
    try nearest(to: try await embedder.embed(question), count: count) { $0.language == language }
  }
}
