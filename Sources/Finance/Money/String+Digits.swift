extension String {
  /// A fixed-point number: `magnitude` × 10^-`places`, trailing zeros dropped down to `fewest` places, at least one.
  ///
  /// Amounts, units and prices are written by the hundred in every run: the digits are set in place, once.
  init(fixedPoint magnitude: UInt, isNegative: Bool = false, places: Int, fewest: Int) {
    var (digits, shown) = (magnitude, places)
    while shown > fewest, digits.isMultiple(of: 10) { (digits, shown) = (digits / 10, shown - 1) }
    let sign = isNegative ? 1 : 0
    let size = sign + Swift.max(Self.digitCount(of: digits), shown + 1) + 1
    self.init(unsafeUninitializedCapacity: size) { buffer in
      if isNegative { buffer[0] = UInt8(ascii: "-") }
      Self.write(digits, to: buffer, size - shown..<size)
      buffer[size - shown - 1] = UInt8(ascii: ".")
      Self.write(digits / Self.powerOfTen(shown), to: buffer, sign..<size - shown - 1)
      return size
    }
  }

  /// A day as `2026-08-14`; the year has at most four digits.
  init(year: Int, month: Int, day: Int) {
    self.init(unsafeUninitializedCapacity: 10) { buffer in
      Self.write(year.magnitude, to: buffer, 0..<4)
      Self.write(month.magnitude, to: buffer, 5..<7)
      Self.write(day.magnitude, to: buffer, 8..<10)
      buffer[4] = UInt8(ascii: "-")
      buffer[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// Fills a range with the last digits of a number, zeros in front.
  private static func write(_ number: UInt, to buffer: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>)
  {
    var rest = number
    for index in range.reversed() {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      buffer[index] = UInt8(ascii: "0") + UInt8(digit)
      rest = quotient
    }
  }

  private static func powerOfTen(_ exponent: Int) -> UInt {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func digitCount(of number: UInt) -> Int {
    var (rest, count) = (number / 10, 1)
    while rest > 0 { (rest, count) = (rest / 10, count + 1) }
    return count
  }
}
