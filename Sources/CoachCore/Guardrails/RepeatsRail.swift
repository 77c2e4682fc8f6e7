/// R12: no topic is told again before its time, and nothing twice in one artifact.
public struct RepeatsRail: Rail {
  /// A sentence of fewer words may come back: “Target: ₹5 L” is no repetition of another such line.
  private static let fewestWords = 3

  /// R12.
  public var id: GuardrailVerdict.Rail { .repeats }

  /// Makes the rail.
  public init() {}

  /// Findings with the codes `repeated_topic`, `repeated_sentence` and `repeated_claim`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let draft = subject.draft, let body = subject.body else { return .nothingToJudge("draft") }
    return topic(subject.brief) + sentences(body) + claims(draft, subject.claims)
  }

  private func topic(_ brief: ArtifactBrief) -> [GuardrailVerdict.Finding] {
    guard let end = brief.restingUntil else { return [] }
    return [
      .init(
        code: "repeated_topic", field: "", whole: "",
        detail: "\(brief.topicKey) was told not long ago and nothing has worsened; it rests until \(end)")
    ]
  }

  private func sentences(_ body: ProseText) -> [GuardrailVerdict.Finding] {
    var seen: Set<[String]> = []
    return body.words.chunkedBySentence.compactMap { words in
      guard words.count >= Self.fewestWords, let first = words.first, let last = words.last,
        !seen.insert(words.map(\.text)).inserted
      else { return nil }
      return body.finding(
        "repeated_sentence", at: first.range.lowerBound..<last.range.upperBound,
        detail: "the body says this twice; say it once")
    }
  }

  private func claims(_ draft: Draft, _ texts: ArraySlice<ProseText>) -> [GuardrailVerdict.Finding] {
    var seen: Set<[String]> = []
    return zip(draft.claims, texts).compactMap { claim, text in
      guard !seen.insert(text.words.map(\.text) + claim.markers.sorted()).inserted else { return nil }
      return .init(
        code: "repeated_claim", field: text.pointer, whole: claim.text,
        detail: "the same claim stands in the list twice; leave one out")
    }
  }
}

extension [PhraseWord] {
  /// The words sentence by sentence.
  var chunkedBySentence: [ArraySlice<PhraseWord>] {
    var chunks: [ArraySlice<PhraseWord>] = []
    var start = startIndex
    for index in indices where index > start && self[index].sentence != self[index - 1].sentence {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}
