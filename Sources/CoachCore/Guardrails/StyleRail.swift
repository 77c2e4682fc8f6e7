/// R11: the prose is in the language asked for, plain in tone, and short and easy enough to read.
public struct StyleRail: Rail {
  private let readability: Readability

  /// R11.
  public var id: GuardrailVerdict.Rail { .style }

  /// Makes the rail.
  ///
  /// - Parameter maxWords: the most words a body may have.
  public init(maxWords: Int = 220) {
    readability = Readability(maxWords: maxWords)
  }

  /// Findings with the codes `language_mismatch`, `mixed_language`, `unsupported_language`, `empty_praise`, `alarm`,
  /// `exclamation`, `capitals`, `too_long`, `sentence_too_long` and `reading_grade`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let prose = subject.prose, let body = subject.body else { return .nothingToJudge("draft") }
    guard let language = ProseLanguage(rawValue: subject.brief.language) else {
      return [
        .init(
          code: "unsupported_language", field: "", whole: "",
          detail: "prose is judged in English and Hindi; the brief asks for \(subject.brief.language)")
      ]
    }
    // A claim quotes the body word for word, so what it says is found there.
    let texts = prose.filter { $0.pointer == "/title" || $0.pointer == body.pointer }
    return texts.flatMap { LanguageUse(language).findings(in: $0) + Tone.findings(in: $0) }
      + readability.findings(in: body, language: language)
  }
}
