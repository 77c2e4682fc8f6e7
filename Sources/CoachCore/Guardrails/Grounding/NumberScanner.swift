/// Finds the numbers and dates of a text, in order.
///
/// Not numbers: list ordinals at the start of a line, names such as `g2` or `F02`, sections of the tax law such as
/// `80C`, index names such as `Nifty 50`, and `one` as a pronoun.
struct NumberScanner {
  let text: NormalizedText
  let tokens: [TextToken]

  init(text: NormalizedText, tokens: [TextToken]) {
    self.text = text
    self.tokens = tokens
  }

  /// The numbers, ranges such as `5 to 7%` with both ends in the same unit.
  func scan() -> [WrittenNumber] {
    var numbers: [WrittenNumber] = []
    var index = 0
    while index < tokens.count {
      guard Self.canBegin(with: tokens[index]) else {
        index += 1
        continue
      }
      if let next = afterNameWithDigits(at: index) {
        index = next
      } else if let number = date(at: index) ?? hindiPart(at: index) ?? quantity(at: index)
        ?? multiple(at: index)
      {
        numbers.append(number)
        index = number.tokens.upperBound
      } else {
        index += 1
      }
    }
    return withSharedUnits(numbers)
  }

  /// The token at an index, nil outside of the text.
  subscript(index: Int) -> TextToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  /// Whether a token is a word that begins with a capital.
  func isCapitalised(_ token: TextToken) -> Bool {
    text[token.range.lowerBound]?.isCapital == true
  }

  // MARK: Digits that are no number

  private func afterNameWithDigits(at index: Int) -> Int? {
    afterListOrdinal(at: index) ?? afterIndexName(at: index) ?? afterSection(at: index)
  }

  /// `1.`, `2)`, `(3)` or `Step 4:` at the start of a line, behind Markdown's signs.
  private func afterListOrdinal(at index: Int) -> Int? {
    guard let numeral = self[index], numeral.kind == .numeral, numeral.text.utf8.count <= 2,
      let closing = self[index + 1], !closing.isSpaced,
      closing.isSymbol(".") || closing.isSymbol(")") || closing.isSymbol(":")
    else { return nil }
    guard let following = self[index + 2] else { return startsLine(index) ? index + 2 : nil }
    let isOrdinal = following.isSpaced || following.kind == .lineBreak || following.isSymbol("*")
    return isOrdinal && (startsLine(index) || closesNothing(at: index + 1)) ? index + 2 : nil
  }

  /// Whether a parenthesis closes none, as in `1) raise the SIP 2) wait`.
  private func closesNothing(at index: Int) -> Bool {
    guard self[index]?.isSymbol(")") == true, self[index - 1]?.isSpaced == true else { return false }
    var before = index - 1
    while let token = self[before], token.kind != .lineBreak {
      if token.isSymbol("(") { return false }
      if token.isSymbol(")") { return true }
      before -= 1
    }
    return true
  }

  private func startsLine(_ index: Int) -> Bool {
    var before = index - 1
    if let token = self[before], token.isWord("step") || token.isWord("option") { before -= 1 }
    while let token = self[before], token.kind != .lineBreak {
      let isMarkup = ["#", ">", "-", "*", "(", "•", "_"].contains { token.isSymbol($0) }
      guard isMarkup else { return false }
      before -= 1
    }
    return true
  }

  /// `Nifty 50`, `Nifty Midcap 150`, `BSE 500`: numbers of members that are part of the index's name.
  private func afterIndexName(at index: Int) -> Int? {
    guard let name = self[index], name.kind == .word, Self.indexNames.contains(name.text) else { return nil }
    var next = index + 1
    while let word = self[next], word.kind == .word, Self.indexFamilies.contains(word.text) { next += 1 }
    guard let numeral = self[next], numeral.kind == .numeral, Self.indexSizes.contains(numeral.text) else {
      return nil
    }
    let after = self[next + 1]
    let isScaled =
      after.map { $0.kind == .word && (UnitWords.scale($0.text) != nil) || $0.isSymbol("%") } ?? false
    return isScaled ? nil : next + 1
  }

  private static let indexFamilies: Set<String> = [
    "next", "midcap", "smallcap", "largemidcap", "microcap", "largecap", "bank", "total", "market",
  ]
  private static let indexSizes: Set<String> = ["30", "50", "100", "150", "200", "250", "400", "500"]

  /// `80C`, `112A`, `10(10D)`: digits with capitals right behind them.
  private func afterSection(at index: Int) -> Int? {
    guard let numeral = self[index], numeral.kind == .numeral, (2...3).contains(numeral.text.utf8.count),
      let letters = self[index + 1], letters.kind == .word, !letters.isSpaced, isCapitalised(letters),
      let first = letters.text.utf8.first, first <= UInt8(ascii: "h"), letters.text.utf8.count <= 4,
      letters.text != "b", UnitWords.scale(letters.text) == nil, UnitWords.unit(letters.text) == nil
    else { return nil }
    return self[index - 1].map(UnitWords.isCurrency) == true ? nil : index + 2
  }
}
