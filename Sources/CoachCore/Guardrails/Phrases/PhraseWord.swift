/// A word of a text as the phrase patterns see it.
struct PhraseWord: Hashable, Sendable {
  /// The word in small letters; `%` and `#` count as words.
  let text: String
  /// Its place in the folded text.
  let range: Range<Int>
  /// Whether it begins with a capital.
  let isCapitalised: Bool
  /// Whether it is digits.
  let isNumber: Bool
  /// The sentence it stands in.
  let sentence: Int
  /// The clause it stands in, counted through the whole text.
  let clause: Int
  /// Its first two letters (``PhraseLeads``), worked out once for all tables.
  let lead: Int

  init(text: String, range: Range<Int>, isCapitalised: Bool, isNumber: Bool, sentence: Int, clause: Int) {
    self.text = text
    self.range = range
    self.isCapitalised = isCapitalised
    self.isNumber = isNumber
    self.sentence = sentence
    self.clause = clause
    lead = PhraseLeads.lead(of: text)
  }
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
        let isCapitalised = text[token.range.lowerBound]?.isCapital == true
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

  private static let sentenceEnds: Set<String> = ["!", "?", "।"]
  private static let clauseEnds: Set<String> = [",", ";", ":", "(", ")", "—", "―"]

  private static func endsSentence(_ token: TextToken, after word: PhraseWord?, before next: TextToken?)
    -> Bool
  {
    if sentenceEnds.contains(token.text) { return true }
    guard token.text == "." else { return false }
    // “No. 1” and “Rs. 500” go on.
    if let word, ["no", "rs", "vs"].contains(word.text), next?.kind == .numeral { return false }
    return next?.isSpaced ?? true || next?.kind == .marker
  }

  private static func endsClause(_ token: TextToken, before next: TextToken?) -> Bool {
    if clauseEnds.contains(token.text) { return true }
    return token.text == "-" && token.isSpaced && next?.isSpaced == true
  }

  /// `you'll` as `you will`.
  private static func parts(of word: String) -> [String] {
    word.utf8.last == UInt8(ascii: "l") && word.hasSuffix("'ll")
      ? [String(word.dropLast(3)), "will"] : [word]
  }

  private var isSingleLetter: Bool { !isNumber && text.unicodeScalars.dropFirst().isEmpty }

  /// Joins five or more single letters in a row: `s u r e l y`.
  private static func joiningSpelledWords(_ words: [PhraseWord]) -> [PhraseWord] {
    guard words.count(where: \.isSingleLetter) >= 5 else { return words }
    var result: [PhraseWord] = []
    var index = 0
    while index < words.count {
      var end = index
      while end < words.count, words[end].isSingleLetter, words[end].clause == words[index].clause {
        end += 1
      }
      guard end - index >= 5 else {
        result.append(words[index])
        index += 1
        continue
      }
      let first = words[index]
      result.append(
        PhraseWord(
          text: words[index..<end].map(\.text).joined(),
          range: first.range.lowerBound..<words[end - 1].range.upperBound,
          isCapitalised: first.isCapitalised, isNumber: first.isNumber, sentence: first.sentence,
          clause: first.clause))
      index = end
    }
    return result
  }
}
