/// A text a person reads, taken apart once for all rails that judge it.
struct ProseText: Sendable {
  /// JSON Pointer of the field, for example `/body_md`; empty for a text of its own.
  let pointer: String
  /// The text as it came.
  let text: String
  /// The text prepared for matching.
  let folded: NormalizedText
  /// Its words, numerals, markers and signs.
  let tokens: [TextToken]
  /// Its words as the phrase patterns see them.
  let words: [PhraseWord]

  init(_ field: ProseField) {
    pointer = field.pointer
    text = field.text
    folded = NormalizedText(field.text)
    tokens = TextLexer.tokens(of: folded)
    words = PhraseWord.words(of: folded, tokens: tokens)
  }

  init(_ text: String) {
    self.init(ProseField(pointer: "", text: text))
  }

  /// A finding about a part of the folded text.
  func finding(_ code: String, at range: Range<Int>, detail: String) -> GuardrailVerdict.Finding {
    let original = folded.originalRange(of: range)
    return .init(
      code: code, field: pointer, start: original.lowerBound, end: original.upperBound,
      text: folded.originalText(of: range), detail: detail)
  }
}
