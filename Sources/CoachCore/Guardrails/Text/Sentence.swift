/// A sentence of a text and its words.
struct Sentence {
  /// Its place in the folded text.
  let range: Range<Int>
  /// Its words in small letters, a final s dropped; numerals and signs are left out.
  let words: [String]

  /// The sentences of a text in order; a sentence ends at `.`, `!`, `?`, `।` or the end of a line.
  static func sentences(of text: NormalizedText) -> [Sentence] {
    sentences(in: TextLexer.tokens(of: text))
  }

  /// The sentences of a text that is already split into tokens.
  static func sentences(in tokens: [TextToken]) -> [Sentence] {
    tokens.split(whereSeparator: { $0.kind == .lineBreak }).flatMap { line in
      var sentences: [Sentence] = []
      var start = line.startIndex
      for index in line.indices where ends(line[index]) {
        if let sentence = Sentence(line[start...index]) { sentences.append(sentence) }
        start = index + 1
      }
      if let sentence = Sentence(line[start...]) { sentences.append(sentence) }
      return sentences
    }
  }

  private static func ends(_ token: TextToken) -> Bool {
    guard token.kind == .symbol else { return false }
    return switch token.text {
    case ".", "!", "?", "।": true
    default: false
    }
  }

  private init?(_ tokens: ArraySlice<TextToken>) {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    range = first.range.lowerBound..<last.range.upperBound
    words = Self.words(in: tokens)
  }

  /// The words of a text, as ``words``.
  static func words(of text: String) -> [String] {
    words(in: TextLexer.tokens(of: NormalizedText(text))[...])
  }

  private static func words(in tokens: ArraySlice<TextToken>) -> [String] {
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
