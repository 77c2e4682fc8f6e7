extension MentionScanner {
  /// A number in words that starts at a token: `eleven lakh`, `twenty-five`, `one hundred and five`, `a crore`.
  func wordAmount(at index: Int) -> Amount? {
    if let article = word(index), article == "a" || article == "an",
      let power = word(index + 1).flatMap({ NumberLexicon.scales[$0] })
    {
      return Amount(magnitude: .ten(power), decimals: -power, power: power, end: index + 2)
    }
    guard let first = word(index) else { return nil }
    if let amount = hindiAmount(at: index) { return amount }
    if let multiple = NumberLexicon.multiples[first] {
      return Amount(
        magnitude: multiple, decimals: multiple < ExactDecimal(1) ? 1 : 0, power: 0, end: index + 1,
        isMultiple: true)
    }
    guard NumberLexicon.cardinals[first] != nil else { return nil }
    var words = WordSum()
    var next = index
    while let word = numberWord(at: next, in: words) {
      words.take(word.text)
      next = word.end
    }
    var amount = Amount(
      magnitude: ExactDecimal(words.value), decimals: -words.lastPower, power: words.lastPower, end: next,
      needsUnit: first == "one" && next == index + 1)
    if let (digits, end) = pointDigits(at: next) {
      amount = decimalAmount(words.value, digits: digits, end: end)
    }
    return amount
  }

  func scaled(_ amount: Amount) -> Amount {
    var amount = amount
    while amount.power <= 12, let power = word(amount.end).flatMap({ NumberLexicon.scales[$0] }) {
      scale(&amount, by: power)
    }
    return amount
  }

  /// The next word that carries the number on, over a hyphen or an `and`.
  private func numberWord(at index: Int, in sum: WordSum) -> (text: String, end: Int)? {
    if let word = word(index), sum.accepts(word) { return (word, index + 1) }
    let isHyphen = token(index)?.symbol == "-" && isGlued(index) && isGlued(index + 1)
    guard sum.hasBegun, isHyphen || (word(index) == "and" && sum.lastPower > 0), let word = word(index + 1),
      sum.accepts(word)
    else { return nil }
    return (word, index + 2)
  }

  /// The digits after `point`, as in `eleven point two lakh`.
  private func pointDigits(at index: Int) -> (digits: [Int], end: Int)? {
    guard word(index) == "point" else { return nil }
    var digits: [Int] = []
    var next = index + 1
    while digits.count < 12, let digit = word(next).flatMap({ NumberLexicon.cardinals[$0] }), digit < 10 {
      digits.append(digit)
      next += 1
    }
    return digits.isEmpty ? nil : (digits, next)
  }

  private func decimalAmount(_ whole: Int, digits: [Int], end: Int) -> Amount {
    let fraction = digits.enumerated().reduce(ExactDecimal(0)) { sum, digit in
      sum + ExactDecimal(digit.element) * .ten(-digit.offset - 1)
    }
    return scaled(
      Amount(magnitude: ExactDecimal(whole) + fraction, decimals: digits.count, power: 0, end: end))
  }
}

/// Adds up the words of one number as they come, knowing which word can come next.
struct WordSum {
  private var total = 0
  private var current: Int?
  /// The power of the last scale word, while no smaller number has followed: how coarsely the number is written.
  private(set) var lastPower = 0
  private var smallestPower = Int.max

  var hasBegun: Bool { current != nil || total > 0 }
  var value: Int { total + (current ?? 0) }

  func accepts(_ word: String) -> Bool {
    if let cardinal = NumberLexicon.cardinals[word] {
      guard let current else { return smallestPower > 0 }
      // "twenty five" and "hundred five" go on, "five five" are two numbers.
      return current >= 20 && current % 10 == 0 && cardinal > 0 && cardinal < (current % 100 == 0 ? 100 : 10)
    }
    guard let power = NumberLexicon.scales[word], hasBegun else { return false }
    if power == 2 { return current.map { (1...99).contains($0) } ?? false }
    return current != nil && power < smallestPower
  }

  mutating func take(_ word: String) {
    if let cardinal = NumberLexicon.cardinals[word] {
      current = (current ?? 0) + cardinal
      lastPower = 0
    } else if let power = NumberLexicon.scales[word] {
      if power == 2 {
        current = (current ?? 1) * 100
      } else {
        total += (0..<power).reduce(current ?? 1) { product, _ in product * 10 }
        current = nil
        smallestPower = power
      }
      lastPower = power
    }
  }
}
