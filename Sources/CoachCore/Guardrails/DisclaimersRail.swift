/// R8: the artifact carries the disclaimers code asked for, byte for byte, and the body no altered copy of one.
public struct DisclaimersRail: Rail {
  /// R8.
  public var id: GuardrailVerdict.Rail { .disclaimers }

  /// Makes the rail.
  public init() {}

  /// Findings with the codes `missing_disclaimer`, `altered_disclaimer`, `unexpected_disclaimer` and
  /// `disclaimer_order`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let artifact = subject.artifact else { return .nothingToJudge("artifact") }
    return attached(artifact.disclaimers, required: subject.brief.disclaimers)
      + copies(in: body(of: artifact, subject), of: subject.brief.disclaimers)
  }

  private func attached(
    _ attached: [Insight.Disclaimer], required: [Insight.Disclaimer]
  ) -> [GuardrailVerdict.Finding] {
    var findings: [GuardrailVerdict.Finding] = []
    for disclaimer in required {
      let same = attached.filter { $0.id.hasSameBytes(as: disclaimer.id) }
      if same.count != 1 {
        findings.append(
          .init(
            code: same.isEmpty ? "missing_disclaimer" : "unexpected_disclaimer", field: "/disclaimers",
            whole: disclaimer.text,
            detail: "\(disclaimer.id) has to be attached once; it is \(same.count) times"))
      }
      for altered in same where !altered.text.hasSameBytes(as: disclaimer.text) {
        findings.append(
          .init(
            code: "altered_disclaimer", field: "/disclaimers", whole: altered.text,
            detail: "\(disclaimer.id) has to read “\(disclaimer.text)”"))
      }
    }
    for extra in attached where !required.contains(where: { $0.id.hasSameBytes(as: extra.id) }) {
      findings.append(
        .init(
          code: "unexpected_disclaimer", field: "/disclaimers", whole: extra.text,
          detail: "\(extra.id) was not asked for"))
    }
    guard findings.isEmpty, !zip(attached, required).allSatisfy({ $0.id.hasSameBytes(as: $1.id) }) else {
      return findings
    }
    let order = required.map(\.id).joined(separator: ", ")
    return [
      .init(code: "disclaimer_order", field: "/disclaimers", whole: "", detail: "the order is \(order)")
    ]
  }

  /// The artifact's body, which is the draft's and taken apart already unless somebody has changed it.
  private func body(of artifact: Artifact, _ subject: RailSubject) -> ProseText {
    if let body = subject.body, body.text.hasSameBytes(as: artifact.bodyMarkdown) { return body }
    return ProseText(artifact.bodyMarkdown)
  }

  // MARK: Copies

  /// Sentences of the body that tell most of a disclaimer in other words than its own.
  private func copies(in body: ProseText, of disclaimers: [Insight.Disclaimer]) -> [GuardrailVerdict.Finding]
  {
    let text = body.folded
    let exact = disclaimers.map { (disclaimer: $0, words: Sentence.words(of: $0.text)) }
    var findings: [GuardrailVerdict.Finding] = []
    for sentence in Sentence.sentences(in: body.tokens) {
      for (disclaimer, words) in exact where isCopy(sentence.words, of: words) {
        let written = text.originalText(of: sentence.range)
        guard written.firstRangeOfBytes(disclaimer.text) == nil else { continue }
        let range = text.originalRange(of: sentence.range)
        findings.append(
          .init(
            code: "altered_disclaimer", field: "/body_md", start: range.lowerBound, end: range.upperBound,
            text: written,
            detail:
              "this retells \(disclaimer.id), which is attached in its exact words; leave the sentence out"))
        break
      }
    }
    return findings
  }

  /// Whether a sentence shares, in order, five words or three fifths of the disclaimer's, and little else is in it.
  private func isCopy(_ sentence: [String], of disclaimer: [String]) -> Bool {
    func isMost(_ shared: Int) -> Bool { shared >= 3 && shared * 5 >= sentence.count * 3 }
    // In whatever order, it shares no more words than it has of the disclaimer's: mostly too few to go on.
    guard isMost(sentence.count(where: disclaimer.contains)) else { return false }
    let shared = Sentence.longestCommonSubsequence(sentence, disclaimer)
    return isMost(shared) && (shared >= 5 || shared * 5 >= disclaimer.count * 3)
  }
}
