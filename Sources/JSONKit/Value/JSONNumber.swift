/// A JSON number by its source text, so that no digit is lost between reading and writing.
///
/// Equality and hash are by mathematical value: `1.0`, `1` and `10e-1` are equal. Exponents beyond ±10¹⁸ are
/// compared as if they stood at that bound.
///
/// ```swift
/// let number = JSONNumber(text: "1e3")
/// print(number?.int ?? 0, number?.text ?? "")  // 1000 1e3
/// ```
public struct JSONNumber: Sendable {
  /// The number as written, in the grammar of RFC 8259 §6.
  public let text: String

  /// Makes a number of an integer.
  public init(_ value: Int) { text = String(value) }

  /// Makes a number of a 64-bit integer.
  public init(_ value: Int64) { text = String(value) }

  /// Makes a number with the shortest text that reads back as the same `Double`, or nil for NaN and infinity.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    // RFC 8785 writes both zeros as 0; here the sign survives, for the sake of the round trip.
    text = value == 0 && value.sign == .minus ? "-0" : ECMAScriptNumber.text(of: value)
  }

  /// Makes a number of its text, or nil when it is not in the grammar of RFC 8259 §6.
  public init?(text: String) {
    var utf8Text = text
    let isNumber = utf8Text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes: bytes, options: .init())
      guard (try? scanner.scanNumber()) != nil else { return false }
      return scanner.isAtEnd
    }
    guard isNumber else { return nil }
    self.text = text
  }

  /// Makes a number of text that a caller has already found to be in the grammar.
  init(verified text: String) { self.text = text }

  /// The nearest `Double`; ±infinity beyond its range.
  public var double: Double { Double(text) ?? .nan }

  /// The number as an `Int` when it is integral and fits: of `1`, `1.0` and `1e3`, but not of `0.5` or `1e30`.
  public var int: Int? { integer(as: Int.self) }

  /// Whether the text is one to fifteen digits, so that every writer writes the number as it stands.
  var isPlainInteger: Bool {
    let digits = text.utf8
    return digits.count <= 15 && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// The number as an integer of some width when it is integral and fits.
  func integer<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
    if let plain = Integer(text) { return plain }
    return DecimalForm(of: self).integer(as: type)
  }
}

extension JSONNumber: Hashable {
  /// Whether two numbers have the same mathematical value.
  public static func == (lhs: JSONNumber, rhs: JSONNumber) -> Bool {
    lhs.text.hasSameScalars(as: rhs.text) || DecimalForm(of: lhs) == DecimalForm(of: rhs)
  }

  /// Feeds the mathematical value to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(DecimalForm(of: self))
  }
}

extension JSONNumber: Comparable {
  /// Whether a number is mathematically smaller than another, without rounding either.
  public static func < (lhs: JSONNumber, rhs: JSONNumber) -> Bool {
    DecimalForm(of: lhs) < DecimalForm(of: rhs)
  }
}
