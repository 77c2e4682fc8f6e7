/// R4: every number of title and body is proved by the fact its marker cites and called what that fact is; a title
/// carries none, and nothing is computed in prose.
public struct NumbersRail: Rail {
  private let grounding = NumberGrounding()

  /// R4.
  public var id: GuardrailVerdict.Rail { .numbers }

  /// Makes the rail.
  public init() {}

  /// Findings with the codes of ``GroundingReason``, `wrong_measure` and `arithmetic`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let draft = subject.draft, let prose = subject.prose, let text = subject.body else {
      return .nothingToJudge("draft")
    }
    let title = prose.filter { $0.pointer == "/title" }.flatMap { grounding.judge($0, citations: [:]) }.map {
      finding(
        $0, .uncited, field: "/title", detail: "a title carries no numbers; say it in words without figures")
    }
    let citations = Dictionary(
      draft.citations.compactMap { citation in
        subject.brief.facts[citation.factID].map { (citation.marker, GroundingFact($0)) }
      }, uniquingKeysWith: { first, _ in first })
    let body = grounding.judge(
      text, citations: citations, offered: subject.brief.facts.facts.map(GroundingFact.init)
    ).map { finding($0, $0.reason, field: "/body_md", detail: $0.detail) }
    return title + body + wording(of: text, subject.citedFacts)
  }

  private func wording(of text: ProseText, _ cited: [String: Fact]) -> [GuardrailVerdict.Finding] {
    MeasureWording(text: text, facts: cited).faults().map {
      text.finding("wrong_measure", at: $0.range, detail: "\($0.detail); call it that")
    }
      + ProseArithmetic.operators(in: text).map {
        text.finding(
          "arithmetic", at: $0,
          detail: "prose does no sums; state each figure by itself, or cite the fact that is the result")
      }
  }

  private func finding(
    _ number: UngroundedNumber, _ reason: GroundingReason, field: String, detail: String
  ) -> GuardrailVerdict.Finding {
    .init(
      code: reason.rawValue, field: field, start: number.start, end: number.end, text: number.text,
      detail: detail)
  }
}
