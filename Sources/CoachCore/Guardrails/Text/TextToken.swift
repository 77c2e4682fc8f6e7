/// A word, a numeral, a citation marker or a sign of a text.
struct TextToken: Hashable, Sendable {
  /// What a token is.
  enum Kind: Hashable, Sendable {
    /// Letters, in lower case in `text`.
    case word
    /// Letters and digits that name something, such as `g2` or `F02`, and are no number.
    case identifier
    /// Digits with their grouping commas and decimal point.
    case numeral
    /// A citation marker such as `[f1]`.
    case marker
    /// One other visible character.
    case symbol
    /// The end of a line.
    case lineBreak
  }

  /// What it is.
  let kind: Kind
  /// Its place in the folded text.
  let range: Range<Int>
  /// Its folded text, words in lower case.
  let text: String
  /// Whether white space or the start of the text precedes it.
  let isSpaced: Bool

  /// Whether it is the symbol `character`.
  func isSymbol(_ character: String) -> Bool { kind == .symbol && text == character }

  /// Whether it is the word `word`.
  func isWord(_ word: String) -> Bool { kind == .word && text == word }
}
