/// A sentence of a text and its words.
struct Sentence {
  /// Its place in the folded text.
  let range: Range<Int>
  /// Its words in small letters, a final s dropped; numerals and signs are left out.
  let words: [String]

  /// The sentences of a text in order; a sentence ends at `.`, `!`, `?`, `।` or the end of a line.
  static func sentences(of text: NormalizedText) -> [Sentence] {
    var sentences: [Sentence] = []
    var tokens: [TextToken] = []
    for token in TextLexer.tokens(of: text) {
      if token.kind != .lineBreak { tokens.append(token) }
      let isEnd = token.kind == .lineBreak || [".", "!", "?", "।"].contains { token.isSymbol($0) }
      guard isEnd else { continue }
      if let sentence = Sentence(tokens) { sentences.append(sentence) }
      tokens = []
    }
    if let sentence = Sentence(tokens) { sentences.append(sentence) }
    return sentences
  }

  private init?(_ tokens: [TextToken]) {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    range = first.range.lowerBound..<last.range.upperBound
    words = Self.words(in: tokens)
  }

  /// The words of a text, as ``words``.
  static func words(of text: String) -> [String] {
    words(in: TextLexer.tokens(of: NormalizedText(text)))
  }

  private static func words(in tokens: [TextToken]) -> [String] {
    tokens.compactMap { token in
      guard token.kind == .word else { return nil }
      return token.text.utf8.last == UInt8(ascii: "s") ? String(token.text.dropLast()) : token.text
    }
  }

  /// How many words two texts share in the same order.
  static func longestCommonSubsequence(_ left: [String], _ right: [String]) -> Int {
    var previous = Array(repeating: 0, count: right.count + 1)
    for word in left {
      var current = [0]
      for (column, other) in right.enumerated() {
        current.append(word == other ? previous[column] + 1 : max(previous[column + 1], current[column]))
      }
      previous = current
    }
    return previous.last ?? 0
  }
}
