/// A net asset value as sources spell it.
enum NAVText: Hashable {
  case value(NAV)
  /// There is none: empty, `-`, `N.A.`, `NA` or any zero.
  case absent
  /// No number, negative, or with more than eight decimals that are not zero.
  case malformed

  init(_ text: Substring) {
    let digits = text.utf8.last == UInt8(ascii: ".") ? text.dropLast() : text
    if ["", "-", "N.A.", "N.A", "NA"].contains(text) {
      self = .absent
    } else if let nav = NAV(exactly: String(digits)) {
      self = .value(nav)
    } else if let number = DecimalText(digits, syntax: .statement), number.digits == 0 {
      self = .absent
    } else {
      self = .malformed
    }
  }
}
