/// A number as ±digits × 10^exponent without leading or trailing zero digits: one form for each value.
struct DecimalForm: Hashable {
  /// Exponents of more digits than this are held at its bound; no sum of one and a text's length overflows.
  private static let exponentBound = 1_000_000_000_000_000_000

  /// False for zero, whatever sign it was written with.
  let isNegative: Bool
  /// Decimal digits 0 to 9, the most significant first; empty for zero.
  let digits: [UInt8]
  /// The power of ten of the last digit.
  let exponent: Int

  /// Reads the form off a number's text, which is known to be in the grammar.
  init(of number: JSONNumber) {
    var isNegative = false
    var digits: [UInt8] = []
    var fractionDigits = 0
    var isInFraction = false
    var writtenExponent = 0
    var rest = number.text.utf8[...]
    scan: while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "-"):
        isNegative = true
      case UInt8(ascii: "."):
        isInFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        writtenExponent = Self.exponent(in: rest)
        break scan
      default:
        if isInFraction { fractionDigits += 1 }
        // Leading zeros are dropped as they come.
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      }
    }
    var exponent = writtenExponent - fractionDigits
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  private static func exponent(in text: Substring.UTF8View) -> Int {
    var magnitude = 0
    var isNegative = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): continue
      default:
        let digit = Int(byte - UInt8(ascii: "0"))
        magnitude = magnitude >= exponentBound / 10 ? exponentBound : magnitude * 10 + digit
      }
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Whether the value is a whole number.
  var isInteger: Bool { exponent >= 0 }

  /// The value as an integer of some width, or nil when it is not integral or does not fit.
  func integer<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
    // No fixed-width integer of the standard library has more than 39 digits.
    guard isInteger, exponent <= 39, digits.count + exponent <= 39 else { return nil }
    var result: Integer = 0
    for digit in digits + Array(repeating: 0, count: exponent) {
      let (scaled, tooLarge) = result.multipliedReportingOverflow(by: 10)
      let (next, overflow) =
        isNegative
        ? scaled.subtractingReportingOverflow(Integer(digit))
        : scaled.addingReportingOverflow(Integer(digit))
      guard !tooLarge, !overflow else { return nil }
      result = next
    }
    return result
  }
}

extension DecimalForm: Comparable {
  static func < (lhs: DecimalForm, rhs: DecimalForm) -> Bool {
    switch (lhs.isNegative, rhs.isNegative) {
    case (true, false): true
    case (false, true): false
    case (false, false): lhs.isSmallerInMagnitude(than: rhs)
    case (true, true): rhs.isSmallerInMagnitude(than: lhs)
    }
  }

  private func isSmallerInMagnitude(than other: DecimalForm) -> Bool {
    guard !digits.isEmpty, !other.digits.isEmpty else { return digits.isEmpty && !other.digits.isEmpty }
    // Position of the leading digit; without trailing zeros a shorter run of digits sorts first by itself.
    let (order, otherOrder) = (digits.count + exponent, other.digits.count + other.exponent)
    return order == otherOrder ? digits.lexicographicallyPrecedes(other.digits) : order < otherOrder
  }
}
