import JSONKit
import Testing

@Suite struct ParserTests {
  @Test func everyKindOfValue() throws {
    let value = try JSONValue(parsing: #" {"a": [null, true, false, -0.50e+2, "x"], "b": {}, "c": []} "#)
    #expect(value["a"]?[0]?.isNull == true)
    #expect(value["a"]?[1]?.bool == true)
    #expect(value["a"]?[2]?.bool == false)
    #expect(value["a"]?[3]?.number?.text == "-0.50e+2")
    #expect(value["a"]?[4]?.string == "x")
    #expect(value["b"]?.object?.isEmpty == true)
    #expect(value["c"]?.array?.isEmpty == true)
    #expect(value["a"]?[5] == nil)
    #expect(value["a"]?[-1] == nil)
  }

  @Test func escapes() throws {
    let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é""#)
    #expect(value.string.map { Array($0.unicodeScalars) } == Array("\"\\/\u{8}\u{c}\n\r\té😀é".unicodeScalars))
  }

  @Test func sourceOrderIsKept() throws {
    #expect(try JSONValue(parsing: #"{"z":1,"a":2,"m":3}"#).object?.keys == ["z", "a", "m"])
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "NaN", "Infinity", "+1", "01", "-", "1.", ".5", "1e", "0x10", "'a'",
    "[1,]",
    "[,1]", "[1 2]", "{\"a\":1,}", "{a:1}", "{\"a\"}", "{\"a\" 1}", "[1", "]", "1 2", "// c\n1", "\"\t\"",
    "\"\\x\"", "\"\\u12g4\"", "\u{FEFF}1", "\u{A0}1", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\ud800\"",
    "--1",
  ])
  func refused(_ text: String) {
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22], [0x22, 0xC3], [0xC3],
      [0x5B, 0x80, 0x5D],
      [0x22, 0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func invalidUTF8(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: bytes) }
    #expect(error?.code == .invalidUTF8)
  }

  @Test func duplicateKeys() throws {
    let text = #"{"a":1,"b":2,"a":3}"#
    let value = try JSONValue(parsing: text)
    #expect(value.compact() == #"{"a":3,"b":2}"#)
    expectRefused(text, .duplicateKey, column: 14, options: .init(duplicateKeys: .refuse))
    expectRefused(#"{"a":1,"\u0061":2}"#, .duplicateKey, column: 8, options: .init(duplicateKeys: .refuse))
  }

  @Test func canonicallyEquivalentKeysAreDifferent() throws {
    let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
    let value = try JSONValue(parsing: text, options: .init(duplicateKeys: .refuse))
    #expect(value.object?.count == 2)
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
  }

  @Test func nesting() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(512)) }
    expectRefused(nested(513), .tooDeep, column: 513)
    expectRefused(String(repeating: "[", count: 100_000), .tooDeep, column: 513)
    expectRefused(String(repeating: #"{"a":"#, count: 100_000), .tooDeep, column: 2_561)
    #expect(throws: Never.self) { try JSONValue(parsing: nested(1_024), options: .init(maximumDepth: .max)) }
    expectRefused(nested(100_000), .tooDeep, column: 1_025, options: .init(maximumDepth: .max))
    expectRefused("[]", .tooDeep, column: 1, options: .init(maximumDepth: 0))
    expectRefused("[]", .tooDeep, column: 1, options: .init(maximumDepth: .min))
    #expect(throws: Never.self) { try JSONValue(parsing: "1", options: .init(maximumDepth: 0)) }
  }

  /// The deepest value the parser lets through can be used in every way without exhausting a thread's stack.
  @Test func deepestValue() throws {
    let depth = 512
    let text = String(repeating: #"[{"a":"#, count: depth) + "1e400" + String(repeating: "}]", count: depth)
    let value = try JSONValue(parsing: text, options: .init(maximumDepth: 2 * depth))
    #expect(value.compact() == text)
    #expect(try JSONValue(parsing: value.pretty(), options: .init(maximumDepth: 2 * depth)) == value)
    #expect(Set([value, value]).count == 1)
    let error = #expect(throws: JSONWriteError.self) { try value.canonical() }
    #expect(error?.pointer.tokens.count == 2 * depth)
    #expect(try JSONValueEncoder().encode([value]) == [value])
  }

  @Test func size() throws {
    #expect(throws: Never.self) { try JSONValue(parsing: "[1]", options: .init(maximumBytes: 3)) }
    expectRefused("[1 ]", .tooLarge, column: 4, options: .init(maximumBytes: 3))
    expectRefused("1", .tooLarge, column: 1, options: .init(maximumBytes: -5))
  }

  @Test func sequencesWithoutStorage() throws {
    let text = Array("[1, 2]   ".utf8)
    let bytes = sequence(state: text.makeIterator()) { $0.next() }
    #expect(try JSONValue(parsing: bytes) == [1, 2])
    // An endless sequence is read no further than the limit.
    let endless = sequence(first: UInt8(ascii: "["), next: { $0 })
    let error = #expect(throws: JSONParseError.self) {
      try JSONValue(parsing: endless, options: .init(maximumBytes: 100))
    }
    #expect(error?.code == .tooLarge)
  }
}
