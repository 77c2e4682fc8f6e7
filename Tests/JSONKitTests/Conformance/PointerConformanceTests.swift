import JSONKit
import Testing

/// The tables of RFC 6901 §5 and §6.
@Suite struct PointerConformanceTests {
  static let suite = ReferenceSuite(name: "json/json_pointer_rfc6901.json")

  @Test(.enabled("json/json_pointer_rfc6901.json is not there") { suite.isPresent })
  func everyTable() throws {
    let tables = try JSONValue(parsing: try Self.suite.bytes())
    let document = try #require(tables["document"])
    func rows(_ name: String) throws -> [JSONValue] { try #require(tables[name]?.array, "\(name)") }

    let pointers = try rows("pointers")
    for row in pointers {
      let text = try #require(row["pointer"]?.string)
      let pointer = try JSONPointer(text)
      #expect(document[pointer] == row["expected"], "\(text)")
      #expect(pointer.description == text)
    }
    let fragments = try rows("uri_fragments")
    for row in fragments {
      let text = try #require(row["fragment"]?.string)
      #expect(document[try JSONPointer(fragment: text)] == row["expected"], "\(text)")
    }
    let invalid = try rows("invalid_pointers").compactMap(\.string)
    for text in invalid {
      #expect(throws: JSONPointerError.self, "\(text)") { try JSONPointer(text) }
    }
    let missing = try rows("missing").compactMap(\.string)
    for text in missing {
      #expect(document[try JSONPointer(text)] == nil, "\(text)")
    }
    Self.suite.report(pointers.count + fragments.count + invalid.count + missing.count)
  }
}
