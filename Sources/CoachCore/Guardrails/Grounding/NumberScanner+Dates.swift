extension NumberScanner {
  /// A date that starts at a token: `2031-06-01`, `1 June 2031`, `June 2031`, `24-Aug-2026`, `01/06/2031`, `2026-27`.
  func date(at index: Int) -> WrittenNumber? {
    guard let token = self[index] else { return nil }
    switch token.kind {
    case .numeral: return numericDate(at: index) ?? dayFirst(at: index)
    case .word: return monthFirst(at: index)
    default: return nil
    }
  }

  private func written(_ tokens: Range<Int>, year: Int?, month: Int?, day: Int?) -> WrittenNumber {
    WrittenNumber(tokens: tokens, content: .date(WrittenDate(year: year, month: month, day: day)))
  }

  private func number(at index: Int, digits: ClosedRange<Int>, in values: ClosedRange<Int>) -> Int? {
    guard let token = self[index], token.kind == .numeral, digits.contains(token.text.utf8.count),
      let value = Int(token.text), values.contains(value)
    else { return nil }
    return value
  }

  private func year(at index: Int) -> Int? { number(at: index, digits: 4...4, in: 1900...2199) }

  /// Whether the tokens at an index are `-`, `/` or `.` written without spaces.
  private func isSeparator(at index: Int) -> Bool {
    guard let token = self[index], !token.isSpaced, let next = self[index + 1], !next.isSpaced else {
      return false
    }
    return token.isSymbol("-") || token.isSymbol("/") || token.isSymbol(".")
  }

  private func numericDate(at index: Int) -> WrittenNumber? {
    guard isSeparator(at: index + 1) else { return nil }
    if let year = year(at: index) {
      if let month = number(at: index + 2, digits: 2...2, in: 1...12), isSeparator(at: index + 3),
        let day = number(at: index + 4, digits: 2...2, in: 1...31)
      {
        return written(index..<index + 5, year: year, month: month, day: day)
      }
      // A financial year, named by the year it starts in.
      if let end = number(at: index + 2, digits: 2...2, in: 0...99), end == (year + 1) % 100 {
        let date = WrittenDate(year: year, isFinancialYear: true)
        return WrittenNumber(tokens: index..<index + 3, content: .date(date))
      }
      return nil
    }
    guard let day = number(at: index, digits: 1...2, in: 1...31),
      let month = number(at: index + 2, digits: 1...2, in: 1...12), isSeparator(at: index + 3),
      let year = year(at: index + 4)
    else { return nil }
    return written(index..<index + 5, year: year, month: month, day: day)
  }

  private func dayFirst(at index: Int) -> WrittenNumber? {
    guard let day = number(at: index, digits: 1...2, in: 1...31) else { return nil }
    var next = index + 1
    if let suffix = self[next], ["st", "nd", "rd", "th"].contains(suffix.text), !suffix.isSpaced {
      next += 1
    }
    if self[next]?.isWord("of") == true || self[next]?.isSymbol("-") == true { next += 1 }
    guard let word = self[next], word.kind == .word, let month = UnitWords.month(word.text) else {
      return nil
    }
    let afterMonth = afterSeparator(at: next + 1)
    if let year = year(at: afterMonth) {
      return written(index..<afterMonth + 1, year: year, month: month, day: day)
    }
    guard isUnmistakable(word) else { return nil }
    return written(index..<next + 1, year: nil, month: month, day: day)
  }

  private func monthFirst(at index: Int) -> WrittenNumber? {
    guard let word = self[index], let month = UnitWords.month(word.text) else { return nil }
    let next = afterSeparator(at: index + 1)
    if let year = year(at: next) { return written(index..<next + 1, year: year, month: month, day: nil) }
    guard isUnmistakable(word), let day = number(at: index + 1, digits: 1...2, in: 1...31) else { return nil }
    var end = index + 2
    if let suffix = self[end], ["st", "nd", "rd", "th"].contains(suffix.text), !suffix.isSpaced { end += 1 }
    if let unit = self[end], unit.isSymbol("%") { return nil }
    let yearIndex = self[end]?.isSymbol(",") == true ? end + 1 : end
    guard let year = year(at: yearIndex) else {
      return written(index..<end, year: nil, month: month, day: day)
    }
    return written(index..<yearIndex + 1, year: year, month: month, day: day)
  }

  private func afterSeparator(at index: Int) -> Int {
    guard let token = self[index] else { return index }
    return ["-", ",", ".", "'", "/"].contains { token.isSymbol($0) } ? index + 1 : index
  }

  /// Whether a word names a month and nothing else: `may` and `march` do only with a capital.
  private func isUnmistakable(_ word: TextToken) -> Bool {
    word.text != "may" && word.text != "march" && word.text != "mar" || isCapitalised(word)
  }
}
