/// The grammar of header fields (RFC 9110 §5).
enum HeaderSyntax {
  /// Whether a text is a token: one or more of the visible characters that are no delimiters.
  static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
  }

  /// Whether a text may be the value of a field.
  static func isFieldValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 != 0 && $0 != 0x0a && $0 != 0x0d }
  }

  /// The lower case of an ASCII letter, any other byte as it is.
  static func lower(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// A line `name: value` of a received head, or nil for what is no field.
  static func field(_ line: some BidirectionalCollection<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else { return nil }
    let value = line[line.index(after: colon)...]
    return (String(decoding: line[..<colon], as: UTF8.self), String(decoding: trimmed(value), as: UTF8.self))
  }

  private static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a }
    var end = bytes.endIndex
    while end != bytes.startIndex, isBlank(bytes[bytes.index(before: end)]) { end = bytes.index(before: end) }
    return bytes[..<end].drop(while: isBlank)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
      UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
