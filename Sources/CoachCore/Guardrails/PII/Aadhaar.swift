/// The form of an Aadhaar number: twelve digits that begin with 2 to 9, no palindrome, with a Verhoeff check digit.
public enum Aadhaar {
  /// Whether a text of ASCII digits can be an Aadhaar number; whether it was issued nobody can tell from it.
  public static func isValid(_ digits: String) -> Bool {
    guard digits.utf8.count == 12, let first = digits.utf8.first, first >= UInt8(ascii: "2") else {
      return false
    }
    return Verhoeff.isValid(digits) && !digits.utf8.elementsEqual(digits.utf8.reversed())
  }
}
