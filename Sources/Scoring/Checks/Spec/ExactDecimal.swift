import Foundation
import JSONKit

/// A decimal number of up to 38 digits, so that rounding to a written precision is what a person would do by hand.
struct ExactDecimal: Hashable, Comparable, Sendable {
  let value: Decimal

  init(_ value: Decimal) {
    self.value = value
  }

  init(_ value: Int) {
    self.value = Decimal(value)
  }

  /// A number by its source text; nil beyond the range of `Decimal`.
  init?(_ number: JSONNumber) {
    // A number this far out is no money, ratio or count, and Decimal's parser does not say when it gives up.
    let magnitude = abs(number.double)
    guard magnitude < 1e30, magnitude == 0 || magnitude > 1e-30,
      let value = Decimal(string: number.text, locale: Locale(identifier: "en_US_POSIX"))
    else { return nil }
    self.value = value
  }

  static func < (lhs: ExactDecimal, rhs: ExactDecimal) -> Bool { lhs.value < rhs.value }
  static func * (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal { ExactDecimal(lhs.value * rhs.value) }
  static func + (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal { ExactDecimal(lhs.value + rhs.value) }

  /// The quotient; nil when the divisor is zero.
  static func / (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal? {
    rhs.value.isZero ? nil : ExactDecimal(lhs.value / rhs.value)
  }

  /// 10 to a power.
  static func ten(_ power: Int) -> ExactDecimal {
    ExactDecimal(Decimal(sign: .plus, exponent: power, significand: 1))
  }

  var isNegative: Bool { value < 0 }
  var magnitude: ExactDecimal { ExactDecimal(abs(value)) }

  /// Half up, away from zero, to a number of decimals; a negative number of decimals rounds to tens and hundreds.
  func rounded(to decimals: Int) -> ExactDecimal {
    var source = value
    var result = Decimal()
    NSDecimalRound(&result, &source, decimals, .plain)
    return ExactDecimal(result)
  }
}
