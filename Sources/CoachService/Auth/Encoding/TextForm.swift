/// The forms texts of tokens and keys must have.
enum TextForm {
  /// Whether a text is a UUID of 36 characters (RFC 9562 §4) with nothing in upper case.
  static func isLowercaseUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return false }
    return bytes.indices.allSatisfy { index in
      switch index {
      case 8, 13, 18, 23: bytes[index] == UInt8(ascii: "-")
      default: isLowercaseHex(bytes[index])
      }
    }
  }

  /// Whether a text is 1 to 128 printable ASCII characters without a space.
  static func isWord(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }

  private static func isLowercaseHex(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
