/// A word of a text as the phrase patterns see it.
struct PhraseWord: Hashable, Sendable {
  /// The word in small letters; `%` and `#` count as words.
  var text: String
  /// Its place in the folded text.
  var range: Range<Int>
  /// Whether it begins with a capital.
  var isCapitalised: Bool
  /// Whether it is digits.
  var isNumber: Bool
  /// The sentence it stands in.
  var sentence: Int
  /// The clause it stands in, counted through the whole text.
  var clause: Int
}

extension PhraseWord {
  /// Whether the word begins with some letters, vowel signs aside: `खरीदें` begins with `खरीद`, which `hasPrefix`
  /// denies because it compares grapheme clusters.
  func begins(with letters: String) -> Bool { text.utf8.starts(with: letters.utf8) }

  /// The words of a text, by sentence and clause; citation markers are passed over.
  static func words(of text: NormalizedText) -> [PhraseWord] {
    words(of: text, tokens: TextLexer.tokens(of: text))
  }

  /// The words of a text that is already split into tokens.
  static func words(of text: NormalizedText, tokens: [TextToken]) -> [PhraseWord] {
    var words: [PhraseWord] = []
    var (sentence, clause) = (0, 0)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .marker: continue
      case .lineBreak:
        sentence += 1
        clause += 1
      case .symbol where token.text != "%" && token.text != "#":
        let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
        let isSentenceEnd = endsSentence(token, after: words.last, before: next)
        if isSentenceEnd { sentence += 1 }
        if isSentenceEnd || endsClause(token, before: next) { clause += 1 }
      case .word, .identifier, .numeral, .symbol:
        if conjunctions.contains(token.text) { clause += 1 }
        let isCapitalised = text[token.range.lowerBound]?.properties.isUppercase == true
        for part in parts(of: token.text) {
          words.append(
            PhraseWord(
              text: part, range: token.range, isCapitalised: isCapitalised, isNumber: token.kind == .numeral,
              sentence: sentence, clause: clause))
        }
      }
    }
    return joiningSpelledWords(words)
  }

  private static let conjunctions: Set<String> = [
    "but", "yet", "however", "although", "though", "लेकिन", "मगर", "किंतु",
  ]

  private static func endsSentence(_ token: TextToken, after word: PhraseWord?, before next: TextToken?)
    -> Bool
  {
    if ["!", "?", "।"].contains(token.text) { return true }
    guard token.text == "." else { return false }
    // “No. 1” and “Rs. 500” go on.
    if let word, ["no", "rs", "vs"].contains(word.text), next?.kind == .numeral { return false }
    return next?.isSpaced ?? true || next?.kind == .marker
  }

  private static func endsClause(_ token: TextToken, before next: TextToken?) -> Bool {
    if [",", ";", ":", "(", ")", "—", "―"].contains(token.text) { return true }
    return token.text == "-" && token.isSpaced && next?.isSpaced == true
  }

  /// `you'll` as `you will`.
  private static func parts(of word: String) -> [String] {
    word.hasSuffix("'ll") ? [String(word.dropLast(3)), "will"] : [word]
  }

  /// Joins five or more single letters in a row: `s u r e l y`.
  private static func joiningSpelledWords(_ words: [PhraseWord]) -> [PhraseWord] {
    var result: [PhraseWord] = []
    var index = 0
    while index < words.count {
      var end = index
      while end < words.count, words[end].text.unicodeScalars.count == 1, !words[end].isNumber,
        words[end].clause == words[index].clause
      {
        end += 1
      }
      guard end - index >= 5 else {
        result.append(words[index])
        index += 1
        continue
      }
      var joined = words[index]
      joined.text = words[index..<end].map(\.text).joined()
      joined.range = words[index].range.lowerBound..<words[end - 1].range.upperBound
      result.append(joined)
      index = end
    }
    return result
  }
}
