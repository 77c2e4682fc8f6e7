extension IndianFormat {
  /// The amount a person wrote, rounded half away from zero to the paisa.
  ///
  /// Understands a currency mark (`₹`, `Rs`, `Rs.`, `INR`, `रु`), Indian or Western commas, `/-`, Devanagari
  /// digits, and the units thousand, lakh, crore and their short forms, also one after the other.
  ///
  /// ```swift
  /// try IndianFormat.parse("Rs. 12.5 lakh").rupees   // 1250000.0
  /// try IndianFormat.parse("₹75,000/-").rupees       // 75000.0
  /// ```
  ///
  /// - Throws: ``FinanceError`` `malformed` for other text, `outOfRange` beyond ±10^15 rupees.
  public static func parse(_ text: String) throws(FinanceError) -> Money {
    guard let (number, power) = scan(text) else {
      throw FinanceError(.malformed, "not an amount of money; write it like ₹1,25,000 or 12.5 lakh")
    }
    guard let paise = number.rounded(places: 2 + power)?.value, let money = Money(wide: paise) else {
      throw FinanceError(.outOfRange, "the amount is beyond ±10^15 rupees")
    }
    return money
  }

  private static func scan(_ text: String) -> (number: DecimalText, power: Int)? {
    var rest = normalized(text)[...]
    var isNegative = false
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest = rest.dropFirst()
    }
    rest = trimmed(rest)
    if let mark = currencyMarks.first(where: { rest.hasPrefix($0) }) {
      rest = trimmed(rest.dropFirst(mark.count))
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
    guard var number = DecimalText(digits, syntax: .statement) else { return nil }
    rest = trimmed(rest.dropFirst(digits.count))
    if rest.hasSuffix("/-") { rest = trimmed(rest.dropLast(2)) }
    var power = 0
    for word in rest.split(separator: " ") {
      let name = word.hasSuffix(".") ? word.dropLast() : word
      guard let step = powers[String(name)] else { return nil }
      power += step
    }
    number.isNegative = isNegative
    return (number, power)
  }

  /// Lower case, Devanagari digits made ASCII, odd spaces made plain, outer spaces dropped.
  private static func normalized(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x0966...0x096F: Unicode.Scalar(UInt8(scalar.value - 0x0966) + UInt8(ascii: "0"))
      case 0x00A0, 0x2009, 0x202F, 0x09: " "
      case 0x2212: "-"
      default: scalar
      }
    }
    return String(trimmed(String(String.UnicodeScalarView(scalars)).lowercased()[...]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let tail = text.drop { $0 == " " }
    return tail.prefix(tail.count - tail.reversed().prefix { $0 == " " }.count)
  }

  // Longer marks first, so that "rs." is not read as "rs" and a stray point.
  private static let currencyMarks = ["₹", "rs.", "rs", "inr", "रु.", "रु"]

  private static let powers = [
    "k": 3, "thousand": 3, "हजार": 3, "हज़ार": 3,
    "l": 5, "lac": 5, "lacs": 5, "lakh": 5, "lakhs": 5, "लाख": 5,
    "cr": 7, "crs": 7, "crore": 7, "crores": 7, "करोड़": 7,
  ]
}
