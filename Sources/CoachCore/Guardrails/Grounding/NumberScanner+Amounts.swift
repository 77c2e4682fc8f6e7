extension NumberScanner {
  /// Digits or number words with their scale words: `11.2 lakh crore`, `eleven lakh twenty thousand`.
  struct Amount {
    /// The magnitude, at the place it is written to.
    var value: ExactDecimal
    /// The power of ten of the last term's scale words.
    var scale: Int
    /// Whether it is a number only with a scale or unit, as `one` is.
    var isAmbiguous: Bool
    /// One past its last token.
    var end: Int
  }

  /// The amount that starts at a token.
  func amount(at index: Int) -> Amount? {
    guard var total = term(at: index) else { return nil }
    // “eleven lakh twenty thousand”: further terms, each of a smaller scale, add up.
    while total.scale > 0, let next = term(at: afterAnd(total, at: total.end)), next.scale < total.scale,
      !next.isAmbiguous, next.scale > 0 || isSpelled(total.end - 1) && isSpelled(next.end - 1),
      isBelow(next, scale: total.scale), let sum = total.value.adding(next.value)
    {
      total = Amount(value: sum, scale: next.scale, isAmbiguous: false, end: next.end)
    }
    return total
  }

  private func isBelow(_ amount: Amount, scale: Int) -> Bool {
    amount.value.magnitudeRounded(toPlace: scale, times: 1, over: 2).map { $0 == 0 } ?? false
  }

  private func isSpelled(_ index: Int) -> Bool { self[index]?.kind == .word }

  /// Behind `and` where it may join two terms, as it does between number words only.
  private func afterAnd(_ amount: Amount, at index: Int) -> Int {
    guard let token = self[index], token.isWord("and"), isSpelled(amount.end - 1), let next = self[index + 1],
      next.kind == .word, NumberWords.small[next.text] != nil || NumberWords.tens[next.text] != nil
    else { return index }
    return index + 1
  }

  private func term(at index: Int) -> Amount? {
    guard let token = self[index] else { return nil }
    switch token.kind {
    case .numeral:
      // Digits past 36 equal no fact; the coefficient only has to differ from every fact's.
      let value = ExactDecimal(text: token.text) ?? ExactDecimal(coefficient: Int128.max, exponent: 0)
      return scaled(andAHalf(Amount(value: value, scale: 0, isAmbiguous: false, end: index + 1)))
    case .word:
      return spelled(at: index).map { scaled(andAHalf($0)) }
    default:
      return nil
    }
  }

  private func spelled(at index: Int) -> Amount? {
    guard let token = self[index], token.kind == .word else { return nil }
    if let amount = withQuarters(at: index) { return amount }
    if token.isWord("half") || token.isWord("आधा") { return halfOfScale(at: index) }
    if token.isWord("a") || token.isWord("an") || isHundred(token) { return articleBeforeScale(at: index) }
    return belowThousand(at: index)
  }

  /// `डेढ़`, `ढाई`, `सवा`, and `साढ़े तीन`, `सवा दो`, `पौने दो`.
  private func withQuarters(at index: Int) -> Amount? {
    guard let token = self[index] else { return nil }
    if let addition = HindiNumberWords.additions[token.text], let next = self[index + 1], next.kind == .word,
      let whole = HindiNumberWords.cardinals[next.text],
      let value = ExactDecimal(coefficient: Int128(whole), exponent: 0).adding(addition)
    {
      return Amount(value: value, scale: 0, isAmbiguous: false, end: index + 2)
    }
    return HindiNumberWords.halves[token.text].map {
      Amount(value: $0, scale: 0, isAmbiguous: true, end: index + 1)
    }
  }

  private func belowThousand(at index: Int) -> Amount? {
    guard let token = self[index], let low = belowHundred(at: index) else { return nil }
    guard let hundred = self[low.end], isHundred(hundred), low.value < 100 else {
      let value = ExactDecimal(coefficient: Int128(low.value), exponent: 0)
      let isAmbiguous = NumberWords.ambiguous.contains(token.text) && low.end == index + 1
      return Amount(value: value, scale: 0, isAmbiguous: isAmbiguous, end: low.end)
    }
    var rest = low.end + 1
    if self[rest]?.isWord("and") == true { rest += 1 }
    guard let units = belowHundred(at: rest) else {
      let value = ExactDecimal(coefficient: Int128(low.value), exponent: 2)
      return Amount(value: value, scale: 0, isAmbiguous: false, end: low.end + 1)
    }
    let value = ExactDecimal(coefficient: Int128(low.value * 100 + units.value), exponent: 0)
    return Amount(value: value, scale: 0, isAmbiguous: false, end: units.end)
  }

  private func isHundred(_ token: TextToken) -> Bool { token.isWord("hundred") || token.isWord("सौ") }

  private func belowHundred(at index: Int) -> (value: Int, end: Int)? {
    guard let token = self[index], token.kind == .word else { return nil }
    if let value = NumberWords.small[token.text] ?? HindiNumberWords.cardinals[token.text] {
      return (value, index + 1)
    }
    guard let tens = NumberWords.tens[token.text] else { return nil }
    let isHyphenated = self[index + 1]?.isSymbol("-") == true
    let next = isHyphenated ? index + 2 : index + 1
    guard let word = self[next], word.kind == .word, let ones = NumberWords.small[word.text],
      (1...9).contains(ones)
    else { return (tens, index + 1) }
    return (tens + ones, next + 1)
  }

  /// `half a crore`, `आधा प्रतिशत`.
  private func halfOfScale(at index: Int) -> Amount? {
    var next = index + 1
    if let token = self[next], token.isWord("a") || token.isWord("an") { next += 1 }
    guard let token = self[next], token.kind == .word,
      UnitWords.scale(token.text) != nil
        || self[index]?.isWord("आधा") == true && UnitWords.unit(token.text) != nil
    else { return nil }
    return Amount(
      value: ExactDecimal(coefficient: 5, exponent: -1), scale: 0, isAmbiguous: true, end: next)
  }

  /// `a lakh`, and `hundred` before a unit.
  private func articleBeforeScale(at index: Int) -> Amount? {
    guard let token = self[index] else { return nil }
    let one = ExactDecimal(coefficient: 1, exponent: 0)
    if isHundred(token) {
      return Amount(value: one, scale: 0, isAmbiguous: true, end: index)
    }
    guard let word = self[index + 1], word.kind == .word, let scale = UnitWords.scale(word.text),
      word.text.unicodeScalars.count > 2, scale >= 2
    else { return nil }
    return Amount(value: one, scale: 0, isAmbiguous: true, end: index + 1)
  }

  /// `two and a half` before a scale or unit.
  private func andAHalf(_ amount: Amount) -> Amount {
    guard self[amount.end]?.isWord("and") == true, self[amount.end + 1]?.isWord("a") == true,
      self[amount.end + 2]?.isWord("half") == true,
      let value = amount.value.adding(ExactDecimal(coefficient: 5, exponent: -1))
    else { return amount }
    return Amount(value: value, scale: 0, isAmbiguous: false, end: amount.end + 3)
  }

  /// The amount with the scale words behind it.
  private func scaled(_ amount: Amount) -> Amount {
    var result = amount
    while let word = scaleWord(at: result.end, after: amount.end), let scale = UnitWords.scale(word.text) {
      result.value.exponent += scale
      result.scale += scale
      result.end = result.end + (self[result.end]?.isSymbol("-") == true ? 2 : 1)
      if word.isWord("cr"), isAbbreviationPoint(at: result.end) { result.end += 1 }
      guard result.scale <= 24 else { break }
    }
    return result
  }

  /// Whether a point belongs to the word before it, since the sentence goes on behind it.
  private func isAbbreviationPoint(at index: Int) -> Bool {
    guard let point = self[index], point.isSymbol("."), !point.isSpaced, let next = self[index + 1] else {
      return false
    }
    return next.kind == .marker || next.kind == .word && !isCapitalised(next)
  }

  private func scaleWord(at index: Int, after amountEnd: Int) -> TextToken? {
    guard let first = self[index] else { return nil }
    let isHyphenated = first.isSymbol("-") && !first.isSpaced
    guard let token = isHyphenated ? self[index + 1] : first, token.kind == .word,
      !isHyphenated || !token.isSpaced
    else { return nil }
    // A lone small letter after a space is a word of its own, not a lakh.
    let isLetter = token.text == "l" || token.text == "k"
    return isLetter && token.isSpaced && !isCapitalised(token) ? nil : token
  }
}
