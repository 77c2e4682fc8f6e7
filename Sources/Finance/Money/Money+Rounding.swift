extension Money {
  /// The amount nearest to `rupees`, halves rounded away from zero.
  ///
  /// The exact binary value is rounded, not its product with 100: `1.115` is a little under 111.5 paise and
  /// gives ₹1.11, although `1.115 * 100` is 111.50000000000001.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when `rupees` is not finite or beyond ±10^15.
  public static func rounded(rupees: Double) throws(FinanceError) -> Money {
    guard rupees.magnitude <= Double(limit / 100) else {
      throw FinanceError(.outOfRange, "\(rupees) rupees is beyond ±10^15; check the inputs")
    }
    guard rupees.isNormal else { return .zero }
    // rupees = ±significand × 2^exponent, so the paise are a quotient of whole numbers.
    let significand = Int128(rupees.significandBitPattern | 1 << UInt64(Double.significandBitCount))
    let exponent = Int(rupees.exponent) - Double.significandBitCount
    guard exponent > -64 else { return .zero }
    let paise =
      exponent < 0
      ? (significand * 100).dividedHalfAway(by: 1 << -exponent) : (significand << exponent) * 100
    return Money(unchecked: Int64(rupees.sign == .minus ? -paise : paise))
  }

  /// The amount written in `text`, rounded half away from zero to `decimals` (0 to 2) places of a rupee.
  public init?(rounding text: String, decimals: Int = 2) {
    guard (0...2).contains(decimals), let number = DecimalText(text, syntax: .statement),
      let rounded = number.rounded(places: decimals)?.value
    else { return nil }
    self.init(wide: rounded * (decimals == 0 ? 100 : decimals == 1 ? 10 : 1))
  }

  /// The sum of any number of amounts.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the sum is beyond ±10^15 rupees.
  public static func sum(_ amounts: some Sequence<Money>) throws(FinanceError) -> Money {
    let total = amounts.reduce(Int128.zero) { $0 + Int128($1.paise) }
    guard let money = Money(wide: total) else {
      throw FinanceError(.outOfRange, "the sum of the amounts is beyond ±10^15 rupees")
    }
    return money
  }

  /// This amount plus `other`, refused beyond the limit where `+` would go on.
  func adding(_ other: Money) throws(FinanceError) -> Money {
    try Money.sum([self, other])
  }

  /// The share `numerator/denominator` of the amount, rounded half away from zero to the paisa.
  ///
  /// - Precondition: `denominator` is positive.
  func share(_ numerator: Int64, of denominator: Int64) -> Money? {
    precondition(denominator > 0)
    return Money(wide: (Int128(paise) * Int128(numerator)).dividedHalfAway(by: Int128(denominator)))
  }

  /// The amount times `factor`, rounded half away from zero to the paisa.
  func scaled(by factor: Double) throws(FinanceError) -> Money {
    let paise = (Double(paise) * factor).rounded(.toNearestOrAwayFromZero)
    guard paise.magnitude <= Double(Money.limit), let money = Money(wide: Int128(paise)) else {
      throw FinanceError(.outOfRange, "\(decimalText) × \(factor) is beyond ±10^15 rupees")
    }
    return money
  }
}

extension Int128 {
  /// The quotient rounded to the nearest whole number, halves away from zero; `divisor` is positive.
  func dividedHalfAway(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return quotient + signum()
  }
}
