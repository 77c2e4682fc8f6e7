/// Decides which sentences of a draft may be shown before the whole artifact is proved.
///
/// A sentence cannot be recalled once it is read, so it is released only after R1 to R3 have passed the whole draft and
/// every rail that can judge a sentence alone has passed this one. The first that does not pass holds back all that
/// follow it.
struct SentenceRelease: Sendable {
  /// The rails a sentence can be judged by without the rest of its artifact.
  static let local: Set<GuardrailVerdict.Rail> = [.numbers, .bannedClaims, .suitability, .pii, .injection]
  private static let whole: Set<GuardrailVerdict.Rail> = [.parse, .schema, .citation]

  let pipeline: GuardrailPipeline

  /// The sentences from the first on that may be shown, markers and all.
  func sentences(of completion: String, brief: ArtifactBrief) -> [String] {
    let subject = RailSubject(completion: completion, brief: brief)
    guard let draft = subject.draft,
      pipeline.rails.allSatisfy({ !Self.whole.contains($0.id) || $0.judge(subject).isEmpty })
    else { return [] }
    let judges = pipeline.rails.filter { Self.local.contains($0.id) }
    var released: [String] = []
    for sentence in Self.split(draft.bodyMarkdown) {
      // A repair may leave a title the rails object to; a sentence is judged under none of it but its own words.
      let alone = Draft(
        title: released.isEmpty ? draft.title : "", bodyMarkdown: sentence, claims: [],
        citations: draft.citations)
      let part = RailSubject(draft: alone, brief: brief)
      guard judges.allSatisfy({ $0.judge(part).isEmpty }) else { break }
      released.append(sentence)
    }
    return released
  }

  private static func split(_ body: String) -> [String] {
    let text = NormalizedText(body)
    return Sentence.sentences(of: text).map { text.originalText(of: $0.range) }
  }
}
