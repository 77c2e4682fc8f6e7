extension MentionScanner {
  /// A number in Hindi words: `दस लाख`, `साढ़े तीन करोड़`, `दो लाख पच्चीस हज़ार चार सौ पचास`.
  func hindiAmount(at index: Int) -> Amount? {
    guard var sum = hindiTerm(at: index) else { return nil }
    // Terms of ever smaller scales add up, as long as the one before is whole.
    while sum.power > 0, sum.decimals == -sum.power, let term = hindiTerm(at: sum.end),
      term.power < sum.power, term.power > 0 || !term.needsUnit, let high = sum.magnitude,
      let low = term.magnitude, low < .ten(sum.power)
    {
      sum = Amount(magnitude: high + low, decimals: term.decimals, power: term.power, end: term.end)
    }
    return sum
  }

  /// A count below a thousand, or one with quarters, and the scales behind it.
  private func hindiTerm(at index: Int) -> Amount? {
    guard let base = quarterAmount(at: index) ?? partAmount(at: index) ?? hundredsAmount(at: index) else {
      return nil
    }
    return scaled(base)
  }

  /// `डेढ़` and `पौने दो`, counted in quarters and written to hundredths, or tenths where halves suffice.
  private func quarterAmount(at index: Int) -> Amount? {
    guard let first = word(index) else { return nil }
    if let added = HindiLexicon.addedQuarters[first],
      let whole = word(index + 1).flatMap({ HindiLexicon.cardinals[$0] })
    {
      return quarters(whole * 4 + added, end: index + 2, needsUnit: false)
    }
    return HindiLexicon.quarters[first].map { quarters($0, end: index + 1, needsUnit: true) }
  }

  private func quarters(_ count: Int, end: Int, needsUnit: Bool) -> Amount {
    Amount(
      magnitude: ExactDecimal(count * 25) * .ten(-2), decimals: count.isMultiple(of: 2) ? 1 : 2, power: 0,
      end: end, needsUnit: needsUnit)
  }

  /// `तिहाई`, `दो तिहाई`, `तीन-चौथाई` and `आधा`, which need neither unit nor scale.
  private func partAmount(at index: Int) -> Amount? {
    guard let first = word(index) else { return nil }
    if let multiple = HindiLexicon.multiples[first] {
      let decimals = multiple < ExactDecimal(1) ? 1 : 0
      return Amount(magnitude: multiple, decimals: decimals, power: 0, end: index + 1, isMultiple: true)
    }
    if let parts = HindiLexicon.parts[first] {
      return Amount(
        magnitude: ExactDecimal(parts[0]) * .ten(-2), decimals: 2, power: 0, end: index + 1, isMultiple: true)
    }
    let hasHyphen = token(index + 1)?.symbol == "-"
    let tail = hasHyphen ? index + 2 : index + 1
    guard let count = HindiLexicon.cardinals[first],
      let parts = word(tail).flatMap({ HindiLexicon.parts[$0] }), parts.indices.contains(count - 1)
    else { return nil }
    return Amount(
      magnitude: ExactDecimal(parts[count - 1]) * .ten(-2), decimals: 2, power: 0, end: tail + 1,
      isMultiple: true)
  }

  /// `पच्चीस`, `सौ` and `दो सौ पच्चीस`; round hundreds are left to the scales.
  private func hundredsAmount(at index: Int) -> Amount? {
    guard let first = word(index) else { return nil }
    if NumberLexicon.scales[first] == 2, first == HindiLexicon.spelling("सौ") {
      return Amount(magnitude: ExactDecimal(100), decimals: 0, power: 0, end: index + 1, needsUnit: true)
    }
    guard let count = HindiLexicon.cardinals[first] else { return nil }
    if word(index + 1) == HindiLexicon.spelling("सौ"),
      let rest = word(index + 2).flatMap({ HindiLexicon.cardinals[$0] })
    {
      return Amount(magnitude: ExactDecimal(count * 100 + rest), decimals: 0, power: 0, end: index + 3)
    }
    return Amount(
      magnitude: ExactDecimal(count), decimals: 0, power: 0, end: index + 1,
      needsUnit: HindiLexicon.everyday.contains(first))
  }
}
