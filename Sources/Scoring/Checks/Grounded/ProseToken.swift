/// A word, number, sign or marker of a text.
struct ProseToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Letters and their marks, in lower case and the spelling of ``HindiLexicon``.
    case word(String)
    case numeral(Numeral)
    case symbol(Character)
    /// The names within one pair of brackets, without the brackets.
    case marker([String])
    case lineBreak
  }

  /// Digits as written: `11,20,179.45` has the digits `1120179.45`, two decimals, and is grouped.
  struct Numeral: Hashable, Sendable {
    let digits: String
    let decimals: Int
    let isGrouped: Bool

    /// The number as a small whole one, for days, months and years.
    var whole: Int? { decimals == 0 && !isGrouped && digits.count <= 4 ? Int(digits) : nil }
  }

  let kind: Kind
  /// As written, but for width and invisible characters.
  let text: String
  /// Whether white space or the start of the text comes before.
  let isSpaced: Bool

  var word: String? {
    if case .word(let word) = kind { word } else { nil }
  }

  var numeral: Numeral? {
    if case .numeral(let numeral) = kind { numeral } else { nil }
  }

  var symbol: Character? {
    if case .symbol(let symbol) = kind { symbol } else { nil }
  }

  var isMarker: Bool {
    if case .marker = kind { true } else { false }
  }
}
