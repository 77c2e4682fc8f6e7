/// The UTF-8 bytes of a JSON text that is being written.
struct JSONTextBuffer {
  private var bytes: [UInt8] = []

  /// The text written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: StaticString) {
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

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append("\\u00")
      bytes.append(hexadecimalDigit(byte >> 4))
      bytes.append(hexadecimalDigit(byte & 0xF))
    }
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
