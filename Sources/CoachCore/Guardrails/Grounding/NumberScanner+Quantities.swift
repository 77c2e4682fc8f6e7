extension NumberScanner {
  /// The amount, scale and unit that start at a token, with a sign or currency in front.
  func quantity(at index: Int) -> WrittenNumber? {
    var next = index
    var sign = readSign(at: &next)
    let hasCurrencyPrefix = readCurrency(at: &next)
    if hasCurrencyPrefix, sign == .none { sign = readSign(at: &next, inside: true) }
    guard let amount = amount(at: next) else { return nil }
    next = amount.end
    let ordinal = isOrdinalSuffix(self[next])
    if ordinal { next += 1 }
    let suffix = ordinal ? nil : unitSuffix(at: next)
    let isNumber = amount.scale > 0 || hasCurrencyPrefix || suffix.map { $0.unit != .days } ?? false
    guard isNumber || !amount.isAmbiguous else { return nil }
    let isForeign = ["$", "€", "£", "¥"].contains { self[index - 1]?.isSymbol($0) == true }
    var quantity = WrittenQuantity(
      amount: amount.value, unit: hasCurrencyPrefix ? .rupees : isForeign ? .foreignCurrency : .bare,
      sign: sign, isOrdinal: ordinal,
      scale: amount.scale, hasCurrencyPrefix: hasCurrencyPrefix)
    if let suffix {
      if quantity.unit == .bare || suffix.unit == .rupees {
        quantity.unit = suffix.unit
        quantity.amount.exponent += suffix.exponent
      }
      next = suffix.end
    }
    if quantity.unit == .years, let combined = months(after: quantity, at: next) {
      quantity.amount = combined.amount
      quantity.unit = .months
      next = combined.end
    }
    return WrittenNumber(tokens: index..<next, content: .quantity(quantity))
  }

  // MARK: In front

  private func readSign(at next: inout Int, inside: Bool = false) -> WrittenQuantity.Sign {
    guard let token = self[next], let following = self[next + 1] else { return .none }
    if token.kind == .word, Self.minusWords.contains(token.text) {
      guard following.kind == .numeral || UnitWords.isCurrency(following) else { return .none }
      next += 1
      return .minus
    }
    guard token.isSymbol("-") || token.isSymbol("+"), !following.isSpaced,
      following.kind == .numeral || UnitWords.isCurrency(following)
    else { return .none }
    guard inside || !isJoined(at: next) else { return .none }
    next += 1
    return token.text == "-" ? .minus : .plus
  }

  /// Whether the hyphen at an index joins two words or figures instead of being a sign.
  private func isJoined(at index: Int) -> Bool {
    guard let token = self[index], !token.isSpaced, let before = self[index - 1] else { return false }
    return !["(", "*", "_", "\"", "'", ":", "=", ",", "~"].contains { before.isSymbol($0) }
  }

  private func readCurrency(at next: inout Int) -> Bool {
    guard let token = self[next], UnitWords.isCurrency(token) else { return false }
    var after = next + 1
    if let point = self[after], point.isSymbol("."), !point.isSpaced { after += 1 }
    let amountStart = self[after].map { $0.isSymbol("-") || $0.isSymbol("+") } == true ? after + 1 : after
    guard amount(at: amountStart) != nil else { return false }
    next = after
    return true
  }

  // MARK: Behind

  private struct UnitSuffix {
    var unit: WrittenQuantity.Unit
    var exponent = 0
    var end: Int
  }

  private func unitSuffix(at index: Int) -> UnitSuffix? {
    guard let token = self[index] else { return nil }
    if token.isSymbol("%") { return UnitSuffix(unit: .percent, end: index + 1) }
    if token.isSymbol("/"), !token.isSpaced, let dash = self[index + 1], dash.isSymbol("-"), !dash.isSpaced {
      return UnitSuffix(unit: .rupees, end: index + 2)
    }
    if token.isSymbol("-"), !token.isSpaced, let word = self[index + 1], !word.isSpaced {
      return word.kind == .word ? wordSuffix(at: index + 1) : nil
    }
    return token.kind == .word ? wordSuffix(at: index) : nil
  }

  private func wordSuffix(at index: Int) -> UnitSuffix? {
    guard let token = self[index] else { return nil }
    switch token.text {
    case "per" where self[index + 1]?.isWord("cent") == true:
      return UnitSuffix(unit: .percent, end: index + 2)
    case "percentage" where isPoint(at: index + 1):
      return UnitSuffix(unit: .percent, end: index + 2)
    case "प्रतिशत" where isPoint(at: index + 1), "फीसदी" where isPoint(at: index + 1):
      return UnitSuffix(unit: .percent, end: index + 2)
    case "basis" where isPoint(at: index + 1), "आधार" where isPoint(at: index + 1):
      return UnitSuffix(unit: .percent, exponent: -2, end: index + 2)
    case "bps", "bp":
      return UnitSuffix(unit: .percent, exponent: -2, end: index + 1)
    case "paise", "paisa", "पैसे":
      return UnitSuffix(unit: .rupees, exponent: -2, end: index + 1)
    case "y" where !token.isSpaced:
      return UnitSuffix(unit: .years, end: index + 1)
    case "rs" where isAmountAhead(of: index), "inr" where isAmountAhead(of: index):
      return nil
    case "times":
      return UnitSuffix(unit: .times, end: index + 1)
    case "x", "fold", "गुना", "गुनी", "गुने":
      return UnitSuffix(unit: .multiple, end: index + 1)
    default:
      guard let unit = UnitWords.unit(token.text) else { return nil }
      return UnitSuffix(unit: unit, end: index + 1)
    }
  }

  private func isPoint(at index: Int) -> Bool {
    guard let token = self[index], token.kind == .word else { return false }
    return ["points", "point", "अंक", "अंकों"].contains(token.text)
  }

  /// Whether a word such as Rs belongs to the amount behind it.
  private func isAmountAhead(of index: Int) -> Bool {
    let next = self[index + 1]?.isSymbol(".") == true ? index + 2 : index + 1
    return self[next]?.kind == .numeral
  }

  private func isOrdinalSuffix(_ token: TextToken?) -> Bool {
    guard let token, token.kind == .word, !token.isSpaced else { return false }
    return ["st", "nd", "rd", "th"].contains(token.text)
  }

  /// `5 months` behind `15 years`, as months in all.
  private func months(after years: WrittenQuantity, at index: Int) -> (amount: ExactDecimal, end: Int)? {
    var next = index
    if let link = self[next], link.isSymbol(",") || link.isSymbol("-") { next += 1 }
    if let link = self[next], link.isWord("and") || link.isWord("और") { next += 1 }
    guard years.amount.exponent == 0, years.amount.coefficient < 1_000_000, let months = amount(at: next),
      months.scale == 0, months.value.exponent == 0, months.value.coefficient < 12
    else { return nil }
    let end: Int
    if let suffix = unitSuffix(at: months.end), suffix.unit == .months {
      end = suffix.end
    } else if let letter = self[months.end], letter.isWord("m"), !letter.isSpaced {
      end = months.end + 1
    } else {
      return nil
    }
    let total = years.amount.coefficient * 12 + months.value.coefficient
    return (ExactDecimal(coefficient: total, exponent: 0), end)
  }
}
