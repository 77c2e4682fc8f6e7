/// International securities identification numbers (ISO 6166).
enum ISIN {
  /// Whether `text` is two letters, nine letters or digits and the right check digit (Luhn over the digits,
  /// letters counting as 10 to 35).
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 12, bytes[..<2].allSatisfy(isLetter),
      bytes[2..<11].allSatisfy({ isLetter($0) || isDigit($0) }), isDigit(bytes[11])
    else { return false }
    let digits = bytes.flatMap { byte -> [Int] in
      if isDigit(byte) { return [Int(byte) - 0x30] }
      let value = Int(byte) - 0x41 + 10
      return [value / 10, value % 10]
    }
    let sum = digits.reversed().enumerated().reduce(0) { sum, element in
      let (place, digit) = element
      guard !place.isMultiple(of: 2) else { return sum + digit }
      return sum + (digit > 4 ? digit * 2 - 9 : digit * 2)
    }
    return sum.isMultiple(of: 10)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
