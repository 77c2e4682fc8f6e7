extension JSONScanner {
  /// Scans a string whose opening quote is at the cursor.
  mutating func scanString() throws(JSONParseError) -> String {
    cursor += 1
    let start = cursor
    try skipUnescaped()
    if next == UInt8(ascii: "\"") {
      cursor += 1
      return text(from: start, to: cursor - 1)
    }
    unescaped.removeAll(keepingCapacity: true)
    unescaped.append(contentsOf: bytes[start..<cursor])
    while next == UInt8(ascii: "\\") {
      try scanEscape()
      let run = cursor
      try skipUnescaped()
      unescaped.append(contentsOf: bytes[run..<cursor])
    }
    cursor += 1
    return String(decoding: unescaped, as: UTF8.self)
  }

  func text(from start: Int, to end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  /// Moves to the next quote or backslash; what lies between is checked to be UTF-8 without control characters.
  private mutating func skipUnescaped() throws(JSONParseError) {
    while cursor < bytes.count {
      let byte = bytes[cursor]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        return
      case 0..<0x20:
        throw failure(
          .controlCharacter, "A string holds \(characterName(at: cursor))", at: cursor,
          remedy:
            "write it as an escape, such as \\n or \\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
      case 0x80...:
        guard let length = sequenceLength(at: cursor) else { throw invalidUTF8() }
        cursor += length
      default:
        cursor += 1
      }
    }
    throw failure(.unexpectedEnd, "The text ends inside a string", at: cursor, remedy: "close the string")
  }

  /// Scans an escape whose backslash is at the cursor, and appends what it stands for to `unescaped`.
  private mutating func scanEscape() throws(JSONParseError) {
    let start = cursor
    cursor += 1
    let byte: UInt8
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = bytes[cursor]
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "u"):
      unescaped.append(contentsOf: try scanUnicodeEscape(from: start).utf8)
      return
    default:
      throw unexpected(wanted: "one of \" \\ / b f n r t u after a backslash", code: .invalidEscape)
    }
    cursor += 1
    unescaped.append(byte)
  }

  /// Scans `uXXXX`, and the second half of a surrogate pair if the first is one; the backslash stood at `start`.
  private mutating func scanUnicodeEscape(from start: Int) throws(JSONParseError) -> Unicode.Scalar {
    let unit = try scanHexadecimalUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if UTF16.isLeadSurrogate(unit), next == UInt8(ascii: "\\") {
      cursor += 1
      if next == UInt8(ascii: "u") {
        let trail = try scanHexadecimalUnit()
        if UTF16.isTrailSurrogate(trail) {
          return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
        }
      }
    }
    if isAtEnd { throw unexpected(wanted: "the second half of a surrogate pair") }
    throw failure(
      .loneSurrogate, "An escape is half of a surrogate pair", at: start,
      remedy: "write both halves, the high one first")
  }

  /// Scans the letter u at the cursor and four hexadecimal digits.
  private mutating func scanHexadecimalUnit() throws(JSONParseError) -> UInt16 {
    cursor += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap(hexadecimalValue) else {
        throw unexpected(wanted: "four hexadecimal digits after \\u", code: .invalidEscape)
      }
      unit = unit << 4 | UInt16(digit)
      cursor += 1
    }
    return unit
  }

  private func hexadecimalValue(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The length of the well-formed UTF-8 sequence of two to four bytes at an offset (Unicode table 3-7), or nil.
  func sequenceLength(at offset: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for position in offset + 2..<max(offset + 2, offset + length) {
      guard bytes[position] & 0xC0 == 0x80 else { return nil }
    }
    return length
  }
}
