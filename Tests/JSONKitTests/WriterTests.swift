import JSONKit
import Testing

@Suite struct WriterTests {
  @Test func compactKeepsOrderAndNumberText() throws {
    let text = #"{"b":[1.50,-0,1E+2,12345678901234567890],"a":{"z":{},"y":[]}}"#
    #expect(try JSONValue(parsing: text).compact() == text)
  }

  @Test func prettyLayout() throws {
    let value = try JSONValue(parsing: #"{"b":[1.50,{"d":null,"c":true}],"a":{},"e":[]}"#)
    #expect(
      value.pretty() == """
        {
          "b": [
            1.50,
            {
              "d": null,
              "c": true
            }
          ],
          "a": {},
          "e": []
        }
        """)
    #expect(
      value.pretty(sortedKeys: true) == """
        {
          "a": {},
          "b": [
            1.50,
            {
              "c": true,
              "d": null
            }
          ],
          "e": []
        }
        """)
    #expect((1 as JSONValue).pretty() == "1")
  }

  @Test func escapesOnlyWhatMustBe() {
    let value = JSONValue.string("\u{0}\u{8}\t\n\u{b}\u{c}\r\u{1f} \"\\/\u{7f}é\u{2028}😀")
    #expect(value.compact() == #""\u0000\b\t\n\u000b\f\r\u001f \"\\/"# + "\u{7f}é\u{2028}😀\"")
  }

  @Test func canonicalForm() throws {
    let value = try JSONValue(parsing: #" {"b": [1.50, 1E2, -0, 1e21], "a": "\u00e9\/"} "#)
    #expect(try value.canonical() == #"{"a":"é/","b":[1.5,100,0,1e+21]}"#)
  }

  /// U+FB33 sorts after U+1F600 by UTF-16 units, before it by scalars and by UTF-8 bytes.
  @Test func canonicalKeyOrderIsUTF16() throws {
    let keys = ["\u{FB33}", "\u{1F600}", "é", "e\u{301}", "", "a", "B", "\r", "1", "\u{20AC}"]
    let object = JSONObject(keys.map { (key: $0, value: 1) })
    let written = try JSONValue(parsing: try JSONValue.object(object).canonical()).object?.keys
    let expected = ["", "\r", "1", "B", "a", "e\u{301}", "é", "\u{20AC}", "\u{1F600}", "\u{FB33}"]
    #expect(written?.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func canonicalRefusesWhatDoubleCannotHold() throws {
    let value = try JSONValue(parsing: #"{"a":[0,{"b/c":1e400}]}"#)
    let error = #expect(throws: JSONWriteError.self) { try value.canonical() }
    #expect(error?.code == .numberOutOfRange)
    #expect(error?.pointer.description == "/a/1/b~1c")
    #expect(value.compact() == #"{"a":[0,{"b/c":1e400}]}"#)
  }
}
