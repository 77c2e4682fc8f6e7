/// Finds sums done in prose: figures joined by signs or words of arithmetic (domain rules §3, “arithmetic inside prose”).
///
/// Every figure may be a cited fact and the sum still be the model's own. What is worth telling is a fact of its own.
enum ProseArithmetic {
  /// The places of operators between figures, in the folded text.
  static func operators(in text: ProseText) -> [Range<Int>] {
    let tokens = text.tokens
    return tokens.indices.dropFirst().compactMap { index in
      guard let end = operatorEnd(at: index, tokens), end < tokens.count else { return nil }
      return tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
    }
  }

  private static let signs: Set<String> = ["+", "×", "*", "÷", "="]
  private static let words: Set<String> = [
    "plus", "minus", "times", "जोड", "जमा", "घटा", "गुणा", "भाग", "धन", "ऋण",
  ]
  private static let wordsWithBy: Set<String> = ["multiplied", "divided"]

  /// One past an operator that stands at an index between two figures, nil when there is none.
  private static func operatorEnd(at index: Int, _ tokens: [TextToken]) -> Int? {
    // Nothing behind anything else than a figure is an operator, and most words stand behind a word.
    guard endsFigure(index - 1, tokens) else { return nil }
    let token = tokens[index]
    switch token.kind {
    case .symbol where signs.contains(token.text):
      return startsFigure(index + 1, tokens) ? index + 1 : nil
    case .word where words.contains(token.text):
      return startsFigure(index + 1, tokens) ? index + 1 : nil
    case .word where wordsWithBy.contains(token.text):
      return startsFigure(index + 2, tokens) ? index + 2 : nil
    case .word where token.text == "of":
      // “12% of ₹50,000”
      return endsPercentage(index - 1, tokens) && startsFigure(index + 1, tokens) ? index + 1 : nil
    case .word where token.text == "का" || token.text == "के":
      let isPercentage =
        index + 2 < tokens.count && tokens[index + 1].kind == .numeral && tokens[index + 2].isSymbol("%")
      return isPercentage ? index + 1 : nil
    default: return nil
    }
  }

  private static func endsFigure(_ index: Int, _ tokens: [TextToken]) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    return token.kind == .marker || token.kind == .numeral || token.isSymbol("%")
      || token.isSymbol(")")
        && endsFigure(index - 1, tokens)
      || token.kind == .word && UnitWords.scale(token.text) != nil
  }

  private static func endsPercentage(_ index: Int, _ tokens: [TextToken]) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return tokens[index].isSymbol("%")
      || tokens[index].kind == .marker && index > 0 && tokens[index - 1].isSymbol("%")
  }

  private static func startsFigure(_ index: Int, _ tokens: [TextToken]) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    return token.kind == .numeral || token.isSymbol("₹") || token.isWord("rs")
      || token.isSymbol("(") && startsFigure(index + 1, tokens)
  }
}
