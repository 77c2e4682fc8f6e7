import JSONKit

extension MentionScanner {
  /// A magnitude without sign and unit: numeral or words, and the scale words after it.
  struct Amount {
    var magnitude: ExactDecimal?
    var decimals: Int
    var power: Int
    var end: Int
    /// Words such as `one` that are a number only beside a scale or a unit.
    var needsUnit = false
    /// Words such as `doubles` that say how much of another figure this is.
    var isMultiple = false
  }

  /// A number that starts at a token, with the sign and currency before it and the unit after it.
  func quantity(at start: Int) -> NumberMention? {
    var index = start
    var sign = sign(at: &index)
    let currency = currency(at: &index)
    if sign == .none, currency != nil { sign = gluedSign(at: &index) }
    guard let amount = numeralAmount(at: index, hasCurrency: currency != nil) ?? wordAmount(at: index) else {
      return nil
    }
    let unit = unit(at: amount.end)
    if amount.needsUnit, amount.power == 0, unit == nil, currency == nil { return nil }
    var end = unit?.end ?? amount.end
    let isMultiple = amount.isMultiple && amount.power == 0
    var dimension = currency ?? unit?.dimension ?? (isMultiple ? .multiple : .plain(isOrdinal: false))
    if currency == nil, unit == nil, !isMultiple, let suffix = word(end), isGlued(end),
      NumberLexicon.ordinalSuffixes.contains(suffix)
    {
      end += 1
      dimension = .plain(isOrdinal: true)
    }
    return NumberMention(
      text: text(start..<end), magnitude: amount.magnitude, decimals: amount.decimals, power: amount.power,
      dimension: dimension, sign: sign, hasCurrency: currency != nil, tokens: start..<end)
  }

  /// A sign in front: `-` counts only where no word or number stands right before it, else it joins or ranges.
  private func sign(at index: inout Int) -> NumberMention.Sign {
    if let word = word(index), ["minus", "माइनस"].contains(word) {
      index += 1
      return .minus
    }
    let opensAfter = token(index - 1)?.symbol.map { "([{<*_\"'“‘~:>=".contains($0) } ?? false
    guard token(index)?.isSpaced ?? false || opensAfter else { return .none }
    return gluedSign(at: &index)
  }

  private func gluedSign(at index: inout Int) -> NumberMention.Sign {
    guard let symbol = token(index)?.symbol, isGlued(index + 1) else { return .none }
    if NumberLexicon.minusSigns.contains(symbol) {
      index += 1
      return .minus
    }
    if symbol == "+" {
      index += 1
      return .plus
    }
    return .none
  }

  private func currency(at index: inout Int) -> NumberMention.Dimension? {
    guard let token = token(index) else { return nil }
    if token.symbol == "₹" || token.word.map(NumberLexicon.rupeeWords.contains) ?? false {
      index += 1
      if token.word != nil, self.token(index)?.symbol == ".", isGlued(index) { index += 1 }
      return .rupees
    }
    guard NumberLexicon.foreignSigns.contains(token.text.lowercased()) else { return nil }
    index += 1
    return .foreignMoney
  }

  private func numeralAmount(at index: Int, hasCurrency: Bool) -> Amount? {
    guard let numeral = token(index)?.numeral else { return nil }
    let magnitude = numeral.digits.count <= 30 ? JSONNumber(text: Self.plain(numeral.digits)) : nil
    var amount = Amount(
      magnitude: magnitude.flatMap(ExactDecimal.init), decimals: numeral.decimals, power: 0, end: index + 1)
    takeScales(into: &amount)
    if amount.power == 0, let letters = word(amount.end) {
      let power =
        NumberLexicon.scaleLetters[letters]
        ?? (hasCurrency ? NumberLexicon.currencyScaleLetters[letters] : nil)
      if let power {
        scale(&amount, by: power)
        takeScales(into: &amount)
      }
    }
    return amount
  }

  /// Without the leading zeros that JSON numbers cannot have.
  private static func plain(_ digits: String) -> String {
    let stripped = digits.drop { $0 == "0" }
    return stripped.isEmpty || stripped.hasPrefix(".") ? "0" + stripped : String(stripped)
  }

  func scale(_ amount: inout Amount, by power: Int) {
    amount.magnitude = amount.magnitude.map { $0 * .ten(power) }
    amount.decimals -= power
    amount.power += power
    amount.end += 1
  }

  /// Scale words, which multiply: `1.2 lakh crore`.
  private func takeScales(into amount: inout Amount) {
    while amount.power <= 12, let power = word(amount.end).flatMap({ NumberLexicon.scales[$0] }) {
      scale(&amount, by: power)
    }
  }

  /// The unit after an amount.
  private func unit(at index: Int) -> (dimension: NumberMention.Dimension, end: Int)? {
    if token(index)?.symbol == "%" { return (.percent, index + 1) }
    if token(index)?.symbol == "/", token(index + 1)?.symbol == "-", isGlued(index), isGlued(index + 1) {
      return (.rupees, index + 2)
    }
    // "5-year": the hyphen joins the unit.
    let hyphen = token(index)?.symbol.map { "-‐‑".contains($0) } ?? false
    let start = hyphen && isGlued(index) && isGlued(index + 1) ? index + 1 : index
    guard let word = word(start) else { return nil }
    if NumberLexicon.rupeeWords.contains(word) { return (.rupees, start + 1) }
    switch (word, self.word(start + 1)) {
    case ("per", "cent"): return (.percent, start + 2)
    case ("percentage", "point"), ("percentage", "points"): return (.percentPoint, start + 2)
    case ("percent", "point"), ("percent", "points"): return (.percentPoint, start + 2)
    case ("प्रतिशत", "अंक"), ("प्रतिशत", "अंकों"), ("फीसदी", "अंक"): return (.percentPoint, start + 2)
    case ("basis", "point"), ("basis", "points"): return (.basisPoint, start + 2)
    case ("आधार", "अंक"), ("आधार", "अंकों"): return (.basisPoint, start + 2)
    default: return NumberLexicon.units[word].map { ($0, start + 1) }
    }
  }
}
