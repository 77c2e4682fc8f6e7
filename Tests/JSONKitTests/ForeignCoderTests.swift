import Foundation
import JSONKit
import Testing

/// The value types with a coder that is not of this module.
@Suite struct ForeignCoderTests {
  private let value: JSONValue = ["a": [nil, true, 1, 2.5, "x"], "b": [:]]

  @Test func roundTrip() throws {
    let data = try JSONEncoder().encode(value)
    #expect(try JSONValue(parsing: data) == value)
    #expect(try JSONDecoder().decode(JSONValue.self, from: data) == value)
  }
}
