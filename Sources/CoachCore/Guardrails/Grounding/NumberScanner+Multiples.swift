extension NumberScanner {
  /// A multiple or fraction told in one word: `half`, `double`, `twice`, `a third of`, `two-thirds`.
  func multiple(at index: Int) -> WrittenNumber? {
    guard let token = self[index], token.kind == .word else { return nil }
    if let value = NumberWords.multiples[token.text] ?? HindiNumberWords.multiples[token.text] {
      let isCount = token.isWord("twice") || token.isWord("thrice")
      return isPartOfAnotherWord(at: index)
        ? nil : written(value, index..<index + 1, unit: isCount ? .times : .multiple)
    }
    return part(at: index)
  }

  /// `दो तिहाई`, `तीन-चौथाई`; read before the cardinal in front is taken for the number.
  func hindiPart(at index: Int) -> WrittenNumber? {
    guard let count = self[index], count.kind == .word, let parts = HindiNumberWords.parts[count.text] else {
      return nil
    }
    let tailIndex = self[index + 1]?.isSymbol("-") == true ? index + 2 : index + 1
    guard let tail = self[tailIndex], tail.kind == .word, let value = parts[tail.text] else { return nil }
    return written(value, index..<tailIndex + 1)
  }

  private func written(
    _ value: ExactDecimal, _ tokens: Range<Int>, unit: WrittenQuantity.Unit = .multiple
  ) -> WrittenNumber {
    WrittenNumber(
      tokens: tokens,
      content: .quantity(
        WrittenQuantity(
          amount: value, unit: unit, sign: .none, isOrdinal: false, scale: 0, hasCurrencyPrefix: false)))
  }

  private func isPartOfAnotherWord(at index: Int) -> Bool {
    if let before = self[index - 1], before.kind == .word, NumberWords.noHalfAfter.contains(before.text) {
      return true
    }
    let tail = self[index + 1]?.isSymbol("-") == true ? self[index + 2] : self[index + 1]
    return tail.map { $0.kind == .word && NumberWords.compoundTails.contains($0.text) } ?? false
  }

  private func part(at index: Int) -> WrittenNumber? {
    guard let count = self[index] else { return nil }
    let tailIndex = self[index + 1]?.isSymbol("-") == true ? index + 2 : index + 1
    guard let tail = self[tailIndex], tail.kind == .word else { return nil }
    if let value = NumberWords.severalParts[count.text]?[tail.text] {
      return written(value, index..<tailIndex + 1)
    }
    guard count.isWord("a") || count.isWord("one"), let value = NumberWords.parts[tail.text],
      self[tailIndex + 1]?.isWord("of") == true || count.isWord("one")
    else { return nil }
    return written(value, index..<tailIndex + 1)
  }
}
