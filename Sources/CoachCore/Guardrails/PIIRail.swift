/// R9: no personal data in anything a person reads.
public struct PIIRail: Rail {
  private let detector: PIIDetector

  /// R9.
  public var id: GuardrailVerdict.Rail { .pii }

  /// Makes the rail.
  public init(detector: PIIDetector = PIIDetector()) {
    self.detector = detector
  }

  /// Findings with the kinds of ``PIIKind`` as codes, in small letters; the data itself is in none of them.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let draft = subject.draft, let prose = subject.prose else { return .nothingToJudge("draft") }
    let cited = draft.citations.enumerated().map {
      ProseField(pointer: "/citations/\($0.offset)/fact_id", text: $0.element.factID)
    }
    let assumed = (subject.artifact?.assumptions ?? []).enumerated().map {
      ProseField(pointer: "/assumptions/\($0.offset)/value", text: $0.element.value)
    }
    return prose.flatMap { findings(in: $0.folded, of: $0.pointer) }
      + (cited + assumed).flatMap { findings(in: NormalizedText($0.text), of: $0.pointer) }
  }

  private func findings(in text: NormalizedText, of field: String) -> [GuardrailVerdict.Finding] {
    detector.matches(in: text).map { match in
      .init(
        code: match.kind.rawValue.lowercased(), field: field, start: match.start, end: match.end,
        text: match.kind.token, detail: "\(match.kind.token) is personal data; leave it out")
    }
  }
}
