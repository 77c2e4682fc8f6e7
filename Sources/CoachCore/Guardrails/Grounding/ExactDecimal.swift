import JSONKit

/// A number as coefficient × 10^exponent, without binary rounding.
struct ExactDecimal: Hashable, Sendable {
  /// The digits, with the sign.
  var coefficient: Int128
  /// The power of ten of the last digit.
  var exponent: Int

  /// A number of at most 36 significant digits; nil beyond, since sums and products of those must not overflow.
  init?(_ number: JSONNumber) {
    self.init(text: number.text)
  }

  /// A coefficient and the power of ten of its last digit.
  init(coefficient: Int128, exponent: Int) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// Reads `-12.5e3`, ignoring grouping commas; nil for anything else and beyond 36 digits or 10^±99.
  init?(text: String) {
    var coefficient: Int128 = 0
    var exponent = 0
    var isNegative = false
    var digits = 0
    var isFraction = false
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest = rest.dropFirst()
    }
    while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        coefficient = coefficient * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += coefficient == 0 ? 0 : 1
        if isFraction { exponent -= 1 }
        guard digits <= 36, exponent >= -99 else { return nil }
      default: return nil
      }
    }
    if !rest.isEmpty {
      guard let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), (-99...99).contains(written)
      else { return nil }
      exponent += written
    }
    self.init(coefficient: isNegative ? -coefficient : coefficient, exponent: exponent)
  }

  /// Whether it is below zero.
  var isNegative: Bool { coefficient < 0 }

  /// The magnitude times a fraction, in units of 10^`place`, rounded half up; nil when it does not fit.
  ///
  /// ```swift
  /// // 1120179.45 in units of 10^4: the digits of “11.2 lakh” read without the point.
  /// ExactDecimal(text: "1120179.45")?.magnitudeRounded(toPlace: 4, times: 1, over: 1)  // 112
  /// ```
  func magnitudeRounded(toPlace place: Int, times numerator: Int128, over denominator: Int128) -> Int128? {
    let magnitude = coefficient < 0 ? -coefficient : coefficient
    let shift = exponent - place
    if magnitude == 0 { return 0 }
    guard let up = Self.power(max(0, shift)) else { return nil }
    // At most 36 digits, 38 places down: nothing is left even after rounding.
    guard let down = Self.power(max(0, -shift)) else { return 0 }
    let (scaled, first) = magnitude.multipliedReportingOverflow(by: numerator)
    let (dividend, second) = scaled.multipliedReportingOverflow(by: up)
    let (divisor, third) = down.multipliedReportingOverflow(by: denominator)
    guard !first, !second, !third, divisor > 0 else { return nil }
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder >= divisor - remainder ? quotient + 1 : quotient
  }

  /// The sum, at the place of the finer of the two; nil when it does not fit.
  func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let place = min(exponent, other.exponent)
    guard let left = Self.power(exponent - place), let right = Self.power(other.exponent - place) else {
      return nil
    }
    let (first, tooLarge) = coefficient.multipliedReportingOverflow(by: left)
    let (second, overflow) = other.coefficient.multipliedReportingOverflow(by: right)
    let (sum, carry) = first.addingReportingOverflow(second)
    return tooLarge || overflow || carry ? nil : ExactDecimal(coefficient: sum, exponent: place)
  }

  /// 10^`exponent` for 0 to 38, nil beyond.
  private static func power(_ exponent: Int) -> Int128? {
    guard (0...38).contains(exponent) else { return nil }
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}
