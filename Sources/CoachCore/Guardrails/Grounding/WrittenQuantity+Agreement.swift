import Finance

extension WrittenQuantity {
  /// Whether the digits are the fact's, rounded half up at the place they are written to; signs are not compared.
  func agrees(with fact: GroundingFact) -> Bool {
    if let date = fact.date { return agrees(with: date) }
    return rounded(fact).map { $0 == amount.coefficient } ?? false
  }

  /// Whether the digits are the fact's but for their place: lakh for crore, a ratio for a percentage.
  func agreesButForScale(with fact: GroundingFact) -> Bool {
    guard amount.coefficient != 0 else { return false }
    return (1...9).contains { shift in
      rounded(fact, shiftedBy: shift) == amount.coefficient
        || rounded(fact, shiftedBy: -shift) == amount.coefficient
    }
  }

  private func agrees(with date: CivilDate) -> Bool {
    if isOrdinal { return amount.exponent == 0 && amount.coefficient == Int128(date.day) }
    return year == date.year
  }

  /// The fact's magnitude in this quantity's unit, at its place; nil when the units do not go together.
  private func rounded(_ fact: GroundingFact, shiftedBy shift: Int = 0) -> Int128? {
    guard let decimal = fact.decimal, let factor = factor(from: fact.unit) else { return nil }
    return decimal.magnitudeRounded(
      toPlace: amount.exponent - factor.exponent - shift, times: factor.numerator, over: factor.denominator)
  }

  private struct Factor {
    var numerator: Int128 = 1
    var denominator: Int128 = 1
    var exponent = 0
  }

  /// What a fact's value is multiplied by to read it in this quantity's unit.
  private func factor(from unit: Fact.Unit) -> Factor? {
    switch (unit, self.unit) {
    case (.inr, .rupees), (.nav, .rupees), (.months, .months), (.years, .years), (.units, .units),
      (.percentPoint, .percent):
      Factor()
    case (.inr, .bare), (.nav, .bare), (.months, .bare), (.years, .bare), (.units, .bare), (.count, .bare),
      (.ratio, .bare), (.percentPoint, .bare), (.count, .days), (.count, .times), (.ratio, .times),
      (.ratio, .multiple):
      Factor()
    case (.ratio, .percent): Factor(exponent: 2)
    case (.months, .years): Factor(denominator: 12)
    case (.years, .months): Factor(numerator: 12)
    default: nil
    }
  }
}

extension WrittenDate {
  /// Whether every part that is written is the date's.
  func agrees(with date: CivilDate) -> Bool {
    if isFinancialYear, let year { return date.financialYear.hasPrefix("FY\(year)-") }
    return (year ?? date.year) == date.year && (month ?? date.month) == date.month
      && (day ?? date.day) == date.day
  }
}
