/// The UTF-8 bytes of a JSON text that is being written.
struct JSONTextBuffer {
  private var bytes: [UInt8] = []

  /// The text written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends one character of ASCII.
  mutating func append(_ character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  mutating func append(literal text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(raw text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func appendLine(indentedBy level: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  /// Appends a string in quotes; only what must be escaped is, in the forms of RFC 8785 §3.2.2.2.
  mutating func append(quoted string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { scalars in
      guard Self.hasEscaped(scalars) else { return bytes.append(contentsOf: scalars) }
      var start = 0
      for position in scalars.indices where Self.isEscaped(scalars[position]) {
        append(scalars, start..<position)
        append(escaped: scalars[position])
        start = position + 1
      }
      append(scalars, start..<scalars.count)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalars: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    // As a buffer of its own: of a slice the bytes would be copied one by one.
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: scalars[range]))
  }

  /// Looks at all bytes without a branch, so that the compiler takes many at a time.
  private static func hasEscaped(_ scalars: UnsafeBufferPointer<UInt8>) -> Bool {
    var escaped: UInt8 = 0
    for byte in scalars { escaped |= isEscaped(byte) ? 1 : 0 }
    return escaped != 0
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(literal: "\\\"")
    case UInt8(ascii: "\\"): append(literal: "\\\\")
    case 0x08: append(literal: "\\b")
    case 0x09: append(literal: "\\t")
    case 0x0A: append(literal: "\\n")
    case 0x0C: append(literal: "\\f")
    case 0x0D: append(literal: "\\r")
    default:
      append(literal: "\\u00")
      bytes.append(hexadecimalDigit(byte >> 4))
      bytes.append(hexadecimalDigit(byte & 0xF))
    }
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
