extension JSONScanner {
  /// Scans a number that starts at the cursor with a minus sign or a digit.
  mutating func scanNumber() throws(JSONParseError) -> JSONNumber {
    let start = cursor
    if next == UInt8(ascii: "-") { cursor += 1 }
    if next == UInt8(ascii: "0") {
      cursor += 1
      if isAtDigit {
        throw failure(.invalidNumber, "A number has a leading zero", at: cursor, remedy: "drop the zero")
      }
    } else {
      try skipDigits(after: "a minus sign")
    }
    if next == UInt8(ascii: ".") {
      cursor += 1
      try skipDigits(after: "a decimal point")
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      cursor += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { cursor += 1 }
      try skipDigits(after: "an exponent sign")
    }
    return JSONNumber(verified: text(from: start, to: cursor))
  }

  private var isAtDigit: Bool {
    guard let next else { return false }
    return UInt8(ascii: "0") <= next && next <= UInt8(ascii: "9")
  }

  /// Moves over one or more digits.
  private mutating func skipDigits(after place: StaticString) throws(JSONParseError) {
    guard isAtDigit else { throw unexpected(wanted: "a digit after \(place)", code: .invalidNumber) }
    while isAtDigit { cursor += 1 }
  }
}
