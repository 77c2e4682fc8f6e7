extension PIIScan {
  /// Card, Aadhaar, CDSL and phone numbers: digits told apart by count, first digit and check digit.
  func digitSequences() -> [PIISpan] {
    var spans: [PIISpan] = []
    var index = 0
    while index < text.scalars.count {
      guard text.scalars[index].isDigit else {
        index += 1
        continue
      }
      let run = DigitRun(startingAt: index, in: text, separators: .spaceHyphenOrColon)
      spans += sequences(in: run)
      index = run.end ?? index + 1
    }
    return spans
  }

  /// Finds from the left, each behind the one before.
  private func sequences(in run: DigitRun) -> [PIISpan] {
    var spans: [PIISpan] = []
    var first = 0
    while first < run.groups.count {
      var next = first + 1
      for last in stride(from: min(run.groups.count, first + 19) - 1, through: first, by: -1) {
        guard let span = sequence(run.groups[first...last]) else { continue }
        spans.append(span)
        next = last + 1
        break
      }
      first = next
    }
    return spans
  }

  private func sequence(_ groups: ArraySlice<Range<Int>>) -> PIISpan? {
    guard (10...19).contains(groups.reduce(0) { $0 + $1.count }), let start = groups.first?.lowerBound,
      let end = groups.last?.upperBound,
      isWholeNumber(start..<end), !isAmount(start..<end)
    else { return nil }
    let shape = groups.map(\.count)
    let number = String(scalars: groups.flatMap { text.scalars[$0] })
    if Self.isCard(number, shape) { return PIISpan(kind: .card, range: start..<end) }
    if Self.isAadhaar(number, shape) { return PIISpan(kind: .aadhaar, range: start..<end) }
    if Self.isBeneficiary(number, shape) { return PIISpan(kind: .demat, range: start..<end) }
    if Self.isPhone(number, shape) { return PIISpan(kind: .phone, range: withPlus(start)..<end) }
    return nil
  }

  /// Whether no more of the same word or number stands on either side.
  private func isWholeNumber(_ range: Range<Int>) -> Bool {
    guard startsWord(at: range.lowerBound), endsWord(at: range.upperBound) else { return false }
    if joinsDigits(range.lowerBound - 1), text[range.lowerBound - 2]?.isDigit == true { return false }
    if joinsDigits(range.upperBound), text[range.upperBound + 1]?.isDigit == true { return false }
    return text[range.upperBound] != "@"
  }

  private func joinsDigits(_ index: Int) -> Bool {
    switch text[index] {
    case ".", ",", "/": true
    default: false
    }
  }

  private func withPlus(_ start: Int) -> Int { text[start - 1] == "+" ? start - 1 : start }

  // MARK: Kinds

  private static func isSpelled(_ shape: [Int]) -> Bool { shape.allSatisfy { $0 == 1 } }

  private static func isCard(_ number: String, _ shape: [Int]) -> Bool {
    guard (13...19).contains(number.utf8.count), let first = number.first else { return false }
    // Mastercard's second range; a list of years such as 2026 2027 starts below it.
    let isIssued =
      switch first {
      case "1": number.utf8.count == 15  // UATP, the airlines' card
      case "2": (2221...2720).contains(Int(number.prefix(4)) ?? 0)
      default: "34568".contains(first)
      }
    guard isIssued else { return false }
    let isGrouped =
      shape.count == 1 || isSpelled(shape) || shape.dropLast().allSatisfy { (4...6).contains($0) }
    return isGrouped && Luhn.isValid(number)
  }

  private static func isAadhaar(_ number: String, _ shape: [Int]) -> Bool {
    let isGrouped =
      [[12], [4, 4, 4], [3, 3, 3, 3], [6, 6], [4, 8], [8, 4]].contains(shape) || isSpelled(shape)
    return isGrouped && Aadhaar.isValid(number) && !(shape == [4, 4, 4] && areYears(number))
  }

  /// Whether twelve digits are three years in a row of this century, as in `2026 2027 2028`.
  private static func areYears(_ number: String) -> Bool {
    let digits = Array(number.utf8)
    return stride(from: 0, to: 12, by: 4).allSatisfy {
      digits[$0] == UInt8(ascii: "2") && digits[$0 + 1] == UInt8(ascii: "0")
    }
  }

  private static func isBeneficiary(_ number: String, _ shape: [Int]) -> Bool {
    guard number.utf8.count == 16, number.hasPrefix("12") || number.hasPrefix("13") else { return false }
    return [[16], [8, 8], [4, 4, 4, 4]].contains(shape)
  }

  /// A mobile number, with or without 0, 91 or 0091 in front.
  private static func isPhone(_ number: String, _ shape: [Int]) -> Bool {
    let local = number.suffix(10)
    let prefix = number.dropLast(10)
    guard let first = local.first, "6789".contains(first), ["", "0", "91", "091", "0091"].contains(prefix)
    else {
      return false
    }
    if isSpelled(shape) { return true }
    var groups = shape[...]
    var rest = prefix.utf8.count
    while rest > 0, let group = groups.first, group <= rest {
      rest -= group
      groups = groups.dropFirst()
    }
    if rest > 0, let group = groups.first { groups = [group - rest] + groups.dropFirst() }
    return [
      [10], [5, 5], [3, 3, 4], [4, 3, 3], [4, 6], [3, 7], [2, 4, 4], [2, 8], [3, 4, 3], [6, 4],
    ].contains(Array(groups))
  }
}
