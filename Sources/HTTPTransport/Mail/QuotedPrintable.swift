/// The quoted-printable encoding of a text (RFC 2045 §6.7): lines of at most 76 characters, ends as CRLF.
enum QuotedPrintable {
  /// The encoded lines; LF, CR and CRLF all end one.
  static func encoded(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      if byte == 0x0a && previous == 0x0d { continue }
      if byte == 0x0a || byte == 0x0d {
        append(line, to: &out)
        line = []
      } else {
        line.append(byte)
      }
    }
    append(line, to: &out)
    return out
  }

  private static func append(_ line: [UInt8], to out: inout [UInt8]) {
    var column = 0
    for (index, byte) in line.enumerated() {
      let piece = isLiteral(byte, isLast: index == line.count - 1) ? [byte] : escaped(byte)
      // One column is kept free for the `=` of a soft end.
      if column + piece.count > 75 {
        out += "=\r\n".utf8
        column = 0
      }
      out += piece
      column += piece.count
    }
    out += "\r\n".utf8
  }

  private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
    if byte == 0x20 || byte == 0x09 { return !isLast }
    return byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "=")
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
