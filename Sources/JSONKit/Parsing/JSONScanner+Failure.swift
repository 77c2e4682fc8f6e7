// Line and column are worked out here, once a text has failed, so that good texts do not pay for them.
extension JSONScanner {
  /// The error of something else standing at the cursor than the grammar asks for.
  func unexpected(
    wanted: String, code: JSONParseError.Code = .unexpectedCharacter
  ) -> JSONParseError {
    guard let byte = next else {
      return failure(
        .unexpectedEnd, "The text ends where \(wanted) should stand", at: cursor, remedy: "complete it")
    }
    if byte >= 0x80, sequenceLength(at: cursor) == nil { return invalidUTF8() }
    let found = characterName(at: cursor)
    return failure(code, "Found \(found)", at: cursor, remedy: "the grammar wants \(wanted)")
  }

  /// The error of bytes at the cursor that are not UTF-8.
  func invalidUTF8() -> JSONParseError {
    failure(
      .invalidUTF8, "Byte 0x\(String(bytes[cursor], radix: 16, uppercase: true)) begins no UTF-8 sequence",
      at: cursor, remedy: "save the text as UTF-8")
  }

  func failure(
    _ code: JSONParseError.Code, _ what: String, at offset: Int, remedy: String
  ) -> JSONParseError {
    var line = 1
    var column = 1
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        // Continuation bytes belong to the scalar before them.
        column += 1
      }
    }
    return JSONParseError(
      code: code, message: "\(what) at line \(line), column \(column): \(remedy).", offset: offset,
      line: line, column: column)
  }

  /// The character at an offset for a message: as itself if it can be seen, else by its number.
  func characterName(at offset: Int) -> String {
    let length = bytes[offset] < 0x80 ? 1 : sequenceLength(at: offset) ?? 1
    guard let scalar = text(from: offset, to: offset + length).unicodeScalars.first else { return "nothing" }
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      let number = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    default:
      return "“\(scalar)”"
    }
  }
}
