import JSONKit
import Testing

@Suite struct ParserPositionTests {
  @Test func placesOfFaults() {
    expectRefused("", .unexpectedEnd, column: 1)
    expectRefused("[1,\n 2,\n x]", .unexpectedCharacter, line: 3, column: 2)
    expectRefused("[1,\r\n 2,\r\n x]", .unexpectedCharacter, line: 3, column: 2)
    expectRefused("{\"é😀e\u{301}\": x}", .unexpectedCharacter, column: 10)
    expectRefused("1 2", .trailingContent, column: 3)
    expectRefused("[01]", .invalidNumber, column: 3)
    expectRefused("[-x]", .invalidNumber, column: 3)
    expectRefused("[1.x]", .invalidNumber, column: 4)
    expectRefused("[1e+x]", .invalidNumber, column: 5)
    expectRefused("[trux]", .unexpectedCharacter, column: 5)
    expectRefused("\"a\\q\"", .invalidEscape, column: 4)
    expectRefused("\"a\\u00g0\"", .invalidEscape, column: 7)
    expectRefused("\"a\\ud800b\"", .loneSurrogate, column: 3)
    expectRefused("\"a\\ud800\\n\"", .loneSurrogate, column: 3)
    expectRefused("\"a\nb\"", .controlCharacter, column: 3)
    expectRefused("\u{FEFF}{}", .byteOrderMark, column: 1)
    expectRefused("[1,]", .unexpectedCharacter, column: 4)
    expectRefused("{\"a\":1,}", .unexpectedCharacter, column: 8)
  }

  @Test func messageSaysWhatWhereAndHow() throws {
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: "{\n  \"a\" 1\n}") }
    #expect(error?.message == "Found “1” at line 2, column 7: the grammar wants “:” after a member name.")
    #expect(error?.offset == 8)
    let hidden = #expect(throws: JSONParseError.self) { try JSONValue(parsing: "\u{200B}1") }
    #expect(hidden?.message == "Found U+200B at line 1, column 1: the grammar wants a value.")
  }

  /// A document with every construct; none of its proper prefixes is one.
  static let document = """
    {
      "naïve 😀": [true, false, null, -12.5e+3, 0],
      "esc\\u00e9\\ud83d\\ude00\\n": {"nested": ["ab", {}, []]},
      "last": "é"
    }
    """

  @Test func everyTruncation() throws {
    let bytes = Array(Self.document.utf8)
    #expect(throws: Never.self) { try JSONValue(parsing: bytes) }
    for length in 0..<bytes.count {
      let prefix = Array(bytes[..<length])
      let error = #expect(throws: JSONParseError.self, "\(length)") { try JSONValue(parsing: prefix) }
      guard let error else { continue }
      // Cut within a character, the fault is the character; else it is the end.
      let isWhole = String(validating: prefix, as: UTF8.self) != nil
      #expect(error.code == (isWhole ? .unexpectedEnd : .invalidUTF8), "\(length)")
      #expect(isWhole ? error.offset == length : (length - 3..<length).contains(error.offset), "\(length)")
      expectPlace(of: error, in: prefix)
    }
  }

  @Test func everyCorruption() throws {
    let bytes = Array(Self.document.utf8)
    for position in bytes.indices {
      for wrong in [0x00, 0x22, 0x2C, 0x5C, 0x7D, 0x80, 0xFF] as [UInt8] {
        var corrupted = bytes
        corrupted[position] = wrong
        do {
          _ = try JSONValue(parsing: corrupted)
        } catch {
          expectPlace(of: error, in: corrupted)
        }
      }
    }
  }

  /// Line and column are those of the offset, counted another way than the parser counts.
  private func expectPlace(of error: JSONParseError, in bytes: [UInt8]) {
    let before = String(decoding: bytes[..<error.offset], as: UTF8.self).unicodeScalars
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(error.line == lines.count)
    #expect(error.column == (lines.last?.count ?? 0) + 1)
  }
}
