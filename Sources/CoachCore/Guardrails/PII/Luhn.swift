/// The Luhn check digit (ISO/IEC 7812-1) that ends every payment card number.
public enum Luhn {
  /// Whether a text of ASCII digits ends in its own check digit; false for an empty text and for other characters.
  public static func isValid(_ digits: String) -> Bool {
    guard !digits.isEmpty else { return false }
    var sum = 0
    for (position, byte) in digits.utf8.reversed().enumerated() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      let digit = Int(byte - UInt8(ascii: "0"))
      let weighted = position.isMultiple(of: 2) ? digit : digit * 2
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum.isMultiple(of: 10)
  }
}
