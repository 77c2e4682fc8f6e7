/// R4: every number of title and body is proved by the fact its marker cites; a title carries none.
public struct NumbersRail: Rail {
  private let grounding = NumberGrounding()

  /// R4.
  public var id: GuardrailVerdict.Rail { .numbers }

  /// Makes the rail.
  public init() {}

  /// Findings with the codes of ``GroundingReason``.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let draft = subject.draft else { return .nothingToJudge("draft") }
    let title = grounding.numbers(in: draft.title).map {
      finding(
        $0, .uncited, field: "/title", detail: "a title carries no numbers; say it in words without figures")
    }
    let offered = subject.brief.facts.facts.map(GroundingFact.init)
    let citations = Dictionary(
      draft.citations.compactMap { citation in
        subject.brief.facts[citation.factID].map { (citation.marker, GroundingFact($0)) }
      }, uniquingKeysWith: { first, _ in first })
    let body = grounding.judge(draft.bodyMarkdown, citations: citations, offered: offered).map {
      finding($0, $0.reason, field: "/body_md", detail: $0.detail)
    }
    return title + body
  }

  private func finding(
    _ number: UngroundedNumber, _ reason: GroundingReason, field: String, detail: String
  ) -> GuardrailVerdict.Finding {
    .init(
      code: reason.rawValue, field: field, start: number.start, end: number.end, text: number.text,
      detail: detail)
  }
}
