extension NumberScanner {
  /// Whether a number, a date or a name with digits can begin with a token.
  ///
  /// Most words of a text are ruled out by this one look instead of a look into every table there is.
  static func canBegin(with token: TextToken) -> Bool {
    switch token.kind {
    case .numeral, .symbol: true
    case .word: beginnings.contains(token.text)
    case .identifier, .marker, .lineBreak: false
    }
  }

  /// Names of indices that a number may be part of.
  static let indexNames: Set<String> = ["nifty", "bse", "crisil"]

  /// Words in front of a figure that are its sign.
  static let minusWords: Set<String> = ["minus", "negative", "माइनस"]

  private static let beginnings: Set<String> = {
    let english = [
      Array(NumberWords.small.keys), Array(NumberWords.tens.keys), Array(NumberWords.multiples.keys),
      Array(NumberWords.severalParts.keys), Array(NumberWords.ambiguous), ["half", "hundred", "सौ"],
    ]
    let hindi = [
      Array(HindiNumberWords.cardinals.keys), Array(HindiNumberWords.halves.keys),
      Array(HindiNumberWords.additions.keys), Array(HindiNumberWords.multiples.keys),
      Array(HindiNumberWords.parts.keys),
    ]
    return Set((english + hindi).joined()).union(UnitWords.monthNames).union(UnitWords.currencies)
      .union(indexNames).union(minusWords)
  }()
}
