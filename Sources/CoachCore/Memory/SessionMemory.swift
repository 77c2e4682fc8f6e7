import Finance

/// What a session knows of its investor's past: what was told, what is muted, and the texts that were kept.
struct SessionMemory: Sendable {
  /// Passages of each sort that evidence names.
  static let supportingPassages = 2

  private let ledger: TopicLedger?
  private let muted: [String]
  /// Where supporting passages are looked up.
  let library: PassageLibrary

  /// A memory of nothing, for an agent run alone on given facts, which are nobody's.
  init(library: PassageLibrary) {
    ledger = nil
    muted = []
    self.library = library
  }

  /// Reads the past of an investor as it was when the session began.
  ///
  /// - Throws: `CoachError` with code `finance` when no cool-downs are in force on the day.
  init(
    _ past: SessionOpening, policy: PolicyTables, library: PassageLibrary, on day: CivilDate
  ) throws(CoachError) {
    let cooldowns: TopicCooldowns
    do {
      cooldowns = try policy.topicCooldowns(on: day)
    } catch {
      throw CoachError(.finance, "no cool-downs are in force on \(day): \(error)", cause: error)
    }
    ledger = TopicLedger(past.ledger, cooldowns: cooldowns)
    muted = past.preferences?.mutedTopics ?? []
    var library = library
    try library.insert(past.documents)
    self.library = library
  }

  /// Whether the investor has asked not to hear of topics like this one.
  func isMuted(_ brief: ArtifactBrief) -> Bool {
    muted.contains(TopicKey(brief.topicKey).aspect)
  }

  /// Until when a topic rests, nil when it is told.
  func rest(of brief: ArtifactBrief) -> CivilDate? {
    guard case .rest(let until, _) = ledger?.decision(for: TopicTelling(brief)) else { return nil }
    return until
  }

  /// The passages near a text: what was said of its subject before, then what the glossary says of its terms.
  func support(for embedding: Embedding, _ brief: ArtifactBrief) throws(CoachError) -> [PassageMatch] {
    let subject = TopicKey(brief.topicKey).subject
    let earlier = try library.nearest(to: embedding, count: Self.supportingPassages) { $0.subject == subject }
    let terms = try library.nearest(to: embedding, count: Self.supportingPassages) {
      $0.subject == nil && $0.language == brief.language
    }
    return earlier + terms
  }

  /// What is kept when an artifact is published.
  ///
  /// - Parameter timestamp: when it is told, ISO 8601.
  func publication(
    _ artifact: Artifact, of brief: ArtifactBrief, embedding: Embedding?, at timestamp: String
  ) -> Publication {
    guard let ledger else { return Publication(artifact: artifact) }
    return Publication(
      artifact: artifact, entry: ledger.entry(for: TopicTelling(brief), at: timestamp),
      document: StoredDocument(
        kind: artifact.documentKind, refID: artifact.topicKey, language: brief.language,
        contentMarkdown: artifact.bodyMarkdown, embedding: embedding))
  }
}

extension Artifact {
  fileprivate var documentKind: StoredDocument.Kind {
    switch self {
    case .insight: .insight
    case .recommendation: .recommendation
    }
  }
}
