/// A decimal number read from text without loss: `±digits × 10^-scale`.
///
/// `Double` and `Decimal` both have traps for money (rounding, lenient parsing), so every amount, unit count
/// and net asset value enters through here.
struct DecimalText {
  /// Which spellings are accepted beside plain `-123.45`.
  enum Syntax {
    /// Digits grouped by commas, Indian (`1,23,456`) or Western (`123,456`), as statements print them.
    case statement
    /// A JSON number, which may have an exponent.
    case json
  }

  var isNegative: Bool
  var digits: UInt128
  var scale: Int

  /// Reads the whole of `text`, or returns nil when it is anything but one number of at most 36 digits.
  init?(_ text: some StringProtocol, syntax: Syntax) {
    var rest = Substring(text).utf8
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || (syntax == .statement && rest.first == UInt8(ascii: "+")) { rest = rest.dropFirst() }

    let integer = rest.prefix { Self.isDigit($0) || (syntax == .statement && $0 == UInt8(ascii: ",")) }
    rest = rest.dropFirst(integer.count)
    guard !integer.isEmpty, Self.isGroupedProperly(integer) else { return nil }
    digits = 0
    scale = 0
    guard append(integer) else { return nil }

    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: Self.isDigit)
      rest = rest.dropFirst(1 + fraction.count)
      guard !fraction.isEmpty, append(fraction) else { return nil }
      scale = fraction.count
    }
    if syntax == .json, let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(exponent) <= 400
      else { return nil }
      scale -= exponent
      rest = rest.dropFirst(rest.count)
    }
    guard rest.isEmpty else { return nil }
  }

  /// The value times 10^`places`, or nil when that is no whole number of a representable size.
  func exact(places: Int) -> Int128? {
    guard let rounded = rounded(places: places) else { return nil }
    return rounded.isExact ? rounded.value : nil
  }

  /// The value times 10^`places`, rounded half away from zero, and whether nothing was rounded off.
  func rounded(places: Int) -> (value: Int128, isExact: Bool)? {
    let shift = places - scale
    if digits == 0 { return (0, true) }
    if shift >= 0 {
      guard let factor = Self.powerOfTen(shift) else { return nil }
      let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
      return overflow ? nil : signed(product).map { ($0, true) }
    }
    guard let divisor = Self.powerOfTen(-shift) else { return (0, false) }
    let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
    let nearest = quotient + (remainder >= divisor - remainder ? 1 : 0)
    return signed(nearest).map { ($0, remainder == 0) }
  }

  /// 10^`exponent`, or nil beyond the range of `UInt128`.
  static func powerOfTen(_ exponent: Int) -> UInt128? {
    guard (0...38).contains(exponent) else { return nil }
    return (0..<exponent).reduce(into: UInt128(1)) { power, _ in power *= 10 }
  }

  private func signed(_ magnitude: UInt128) -> Int128? {
    Int128(exactly: magnitude).map { isNegative ? -$0 : $0 }
  }

  private mutating func append(_ bytes: Substring.UTF8View) -> Bool {
    for byte in bytes where byte != UInt8(ascii: ",") {
      guard digits < 100_000_000_000_000_000_000_000_000_000_000_000 else { return false }
      digits = digits * 10 + UInt128(byte - UInt8(ascii: "0"))
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Commas must cut the digits Indian style (…,2,2,3) or Western style (…,3,3,3).
  private static func isGroupedProperly(_ integer: Substring.UTF8View) -> Bool {
    let groups = integer.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.count)
    guard groups.count > 1, let first = groups.first, let last = groups.last else { return true }
    let middle = groups.dropFirst().dropLast()
    let isIndian = (1...2).contains(first) && middle.allSatisfy { $0 == 2 }
    let isWestern = (1...3).contains(first) && middle.allSatisfy { $0 == 3 }
    return last == 3 && (isIndian || isWestern)
  }
}
