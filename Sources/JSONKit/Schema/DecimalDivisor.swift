/// The divisor of `multipleOf`, exact in decimal: 0.0075 is a multiple of 0.0001, as it is not in binary.
struct DecimalDivisor: Sendable {
  let number: JSONNumber
  private let digits: UInt64
  private let exponent: Int

  /// Makes a divisor, or nil for a number that is not positive or has more than 18 significant digits.
  init?(_ number: JSONNumber) {
    let form = DecimalForm(of: number)
    guard !form.isNegative, !form.digits.isEmpty, form.digits.count <= 18 else { return nil }
    self.number = number
    digits = form.digits.reduce(0) { $0 * 10 + UInt64($1) }
    exponent = form.exponent
  }

  /// Whether a number divided by this one gives an integer.
  func divides(_ dividend: JSONNumber) -> Bool {
    let form = DecimalForm(of: dividend)
    if form.digits.isEmpty { return true }
    let shift = form.exponent - exponent
    // The dividend's digits do not end in 0: with a finer power of ten than the divisor's no multiple has them.
    guard shift >= 0 else { return false }
    let remainder = form.digits.reduce(0 as UInt64) { multiply($0, 10, adding: UInt64($1)) }
    return multiply(remainder, powerOfTen(shift)) == 0
  }

  /// 10^exponent modulo the divisor's digits, by squaring.
  private func powerOfTen(_ exponent: Int) -> UInt64 {
    var result = 1 % digits
    var square = 10 % digits
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, square) }
      square = multiply(square, square)
      rest >>= 1
    }
    return result
  }

  /// left × right + summand modulo the divisor's digits.
  private func multiply(_ left: UInt64, _ right: UInt64, adding summand: UInt64 = 0) -> UInt64 {
    let sum = UInt128(left) * UInt128(right) + UInt128(summand)
    return UInt64(sum % UInt128(digits))
  }
}
