/// The check digit by Verhoeff that ends every Aadhaar number.
///
/// From “Error detecting decimal codes” (Mathematical Centre Tracts 29, 1969).
public enum Verhoeff {
  /// Whether a text of ASCII digits ends in its own check digit; false for an empty text and for other characters.
  public static func isValid(_ digits: String) -> Bool {
    guard !digits.isEmpty else { return false }
    var check = 0
    for (position, byte) in digits.utf8.reversed().enumerated() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      check = product(check, permutation(position, Int(byte - UInt8(ascii: "0"))))
    }
    return check == 0
  }

  /// The product of two elements of the dihedral group of order ten.
  private static func product(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right) % 5 + 5
    case (false, true): (left - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }

  /// The position-th power of Verhoeff's permutation, applied to a digit.
  private static func permutation(_ position: Int, _ digit: Int) -> Int {
    var digit = digit
    for _ in 0..<(position % 8) { digit = base[digit] }
    return digit
  }

  private static let base = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
}
