extension MentionScanner {
  /// A date that starts at a token, in one of the forms prose uses.
  func date(at index: Int) -> NumberMention? {
    guard
      let (date, end) = numericDate(at: index) ?? financialYear(at: index) ?? dayFirstDate(at: index)
        ?? monthFirstDate(at: index)
    else { return nil }
    return NumberMention(
      text: text(index..<end), magnitude: nil, decimals: 0, dimension: .date(date), tokens: index..<end)
  }

  /// `2045-03-31`, `31/03/2045` and `31-03-2045`.
  private func numericDate(at index: Int) -> (WrittenDate, Int)? {
    guard let first = number(index), let sign = token(index + 1)?.symbol, "-/".contains(sign),
      isGlued(index + 1),
      let second = number(index + 2), isGlued(index + 2), token(index + 3)?.symbol == sign,
      isGlued(index + 3),
      let third = number(index + 4), isGlued(index + 4)
    else { return nil }
    let isYearFirst = Self.isYear(first)
    guard isYearFirst != Self.isYear(third), (1...12).contains(second) else { return nil }
    let day = isYearFirst ? third : first
    guard (1...31).contains(day) else { return nil }
    return (WrittenDate(year: isYearFirst ? first : third, month: second, day: day), index + 5)
  }

  /// `FY2026-27`, `FY 2026-27` and `वित्त वर्ष 2026-27`.
  private func financialYear(at index: Int) -> (WrittenDate, Int)? {
    let isHindi = ["वित्त", "वित्तीय"].contains(word(index) ?? "") && word(index + 1) == "वर्ष"
    guard word(index) == "fy" || isHindi else { return nil }
    let first = isHindi ? index + 2 : index + 1
    guard let start = number(first), Self.isYear(start),
      token(first + 1)?.symbol.map(NumberLexicon.rangeSigns.contains) ?? false, isGlued(first + 1),
      let end = number(first + 2), isGlued(first + 2), end == (start + 1) % 100 || end == start + 1
    else { return nil }
    return (WrittenDate(year: start, isFinancialYear: true), first + 3)
  }

  /// `31 March 2045`, `31st of March, 2045` and `31 March`.
  private func dayFirstDate(at index: Int) -> (WrittenDate, Int)? {
    guard let day = number(index), (1...31).contains(day) else { return nil }
    var next = index + 1
    if let suffix = word(next), NumberLexicon.ordinalSuffixes.contains(suffix), isGlued(next) { next += 1 }
    if word(next) == "of" { next += 1 }
    guard let name = word(next), let month = NumberLexicon.months[name] else { return nil }
    next += 1
    let yearIndex = token(next)?.symbol == "," ? next + 1 : next
    if let year = number(yearIndex), Self.isYear(year) {
      return (WrittenDate(year: year, month: month, day: day), yearIndex + 1)
    }
    // "the top 5 may change" is no date.
    return name == "may" || name == "march" ? nil : (WrittenDate(month: month, day: day), next)
  }

  /// `March 2045` and `March 31, 2045`.
  private func monthFirstDate(at index: Int) -> (WrittenDate, Int)? {
    guard let month = word(index).flatMap({ NumberLexicon.months[$0] }), let first = number(index + 1) else {
      return nil
    }
    if Self.isYear(first) { return (WrittenDate(year: first, month: month), index + 2) }
    guard (1...31).contains(first) else { return nil }
    var next = index + 2
    if let suffix = word(next), NumberLexicon.ordinalSuffixes.contains(suffix), isGlued(next) { next += 1 }
    if token(next)?.symbol == "," { next += 1 }
    guard let year = number(next), Self.isYear(year) else { return nil }
    return (WrittenDate(year: year, month: month, day: first), next + 1)
  }

  private func number(_ index: Int) -> Int? { token(index)?.numeral?.whole }

  private static func isYear(_ number: Int) -> Bool { (1900...2199).contains(number) }
}
