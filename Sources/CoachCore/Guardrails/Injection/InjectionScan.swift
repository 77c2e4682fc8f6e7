/// Finds signs of injection in a text, by class of attack: phrases, literal markers and unusual characters.
struct InjectionScan {
  /// A sign and its place in the folded text.
  struct Sign {
    let threat: FieldThreat
    let range: Range<Int>
  }

  let text: ProseText

  init(_ text: ProseText) { self.text = text }

  /// The signs by place; of several of one class that overlap, the first.
  func signs() -> [Sign] {
    var signs = InjectionRules.matcher.matches(in: text).map { Sign(threat: $0.kind, range: $0.folded) }
    signs += InjectionMarkers.signs(in: text.folded.scalars)
    signs += roleTags() + encodings() + WebAddresses.signs(in: text) + characters()
    if let formula = formula() { signs.append(formula) }
    return signs.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  // MARK: Role tags

  private static let roles: Set<String> = [
    "system", "assistant", "user", "human", "ai", "developer", "bot", "chatbot", "model", "tool", "function",
    "gpt",
    "chatgpt", "llm", "jailbreak", "prompt", "instruction", "instructions", "सिस्टम", "सहायक", "असिस्टेंट", "यूजर",
  ]

  /// `Assistant:` at the start of the text, a line or a sentence, and `### System`.
  private func roleTags() -> [Sign] {
    text.tokens.indices.compactMap { index in
      let token = text.tokens[index]
      guard token.kind == .word, Self.roles.contains(token.text), index + 1 < text.tokens.count else {
        return nil
      }
      let next = text.tokens[index + 1]
      let isHeading = index > 0 && text.tokens[index - 1].isSymbol("#")
      let beginsAnew =
        index == 0 || text.tokens[index - 1].kind == .lineBreak || text.tokens[index - 1].kind == .symbol
      guard isHeading || beginsAnew && next.isSymbol(":") else { return nil }
      return Sign(threat: .roleTag, range: token.range.lowerBound..<next.range.upperBound)
    }
  }

  // MARK: Formulas

  /// A text a spreadsheet would compute: `=…`, or `+ - @` before a call, a cell or a pipe (OWASP, CSV injection).
  private func formula() -> Sign? {
    let scalars = text.folded.scalars
    guard let start = scalars.firstIndex(where: { $0 != " " && $0 != "\n" }) else { return nil }
    let rest = scalars[(start + 1)...]
    let calls = rest.contains { $0 == "(" || $0 == "|" || $0 == "!" }
    let isFormula: Bool =
      switch scalars[start] {
      case "=": rest.first.map { $0.isWordLike || $0 == "+" || $0 == "-" || $0 == "\"" || $0 == "(" } ?? false
      case "+", "-", "@": (rest.first?.isWordLike ?? false) && calls
      default: false
      }
    return isFormula ? Sign(threat: .formula, range: start..<scalars.count) : nil
  }

  // MARK: Encodings

  private func encodings() -> [Sign] {
    EncodedText.ranges(in: text.folded.scalars).map { Sign(threat: .encoded, range: $0) }
  }

  // MARK: Characters

  /// Characters a person does not see or that make one letter look like another; they fold away, so the text as it
  /// came is searched and the whole folded text is the place.
  private func characters() -> [Sign] {
    let whole = 0..<text.folded.scalars.count
    return HiddenCharacters.threats(in: text.folded.original).map { Sign(threat: $0, range: whole) }
  }
}
