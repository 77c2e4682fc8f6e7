import JSONKit
import Testing

/// Laws that hold for every value, tried on some thousands of seeded ones.
@Suite struct RoundTripTests {
  static let values: [JSONValue] = {
    var generator = SeededGenerator(seed: 8_785)
    return (0..<2_000).map { _ in JSONValue.random(using: &generator) }
  }()

  @Test func parsingUndoesWriting() throws {
    for value in Self.values {
      let compact = value.compact()
      let parsed = try JSONValue(parsing: compact)
      #expect(parsed == value)
      #expect(parsed.compact() == compact)
      #expect(try JSONValue(parsing: value.pretty()).compact() == compact)
      #expect(try JSONValue(parsing: Array(compact.utf8)) == value)
    }
  }

  @Test func canonicalIsAFixedPoint() throws {
    for value in Self.values {
      let canonical = try value.canonical()
      #expect(try JSONValue(parsing: canonical).canonical() == canonical)
    }
  }

  @Test func canonicalForgetsOrder() throws {
    for value in Self.values {
      #expect(try value.reversingMembers().canonical() == (try value.canonical()))
      #expect(value.reversingMembers() == value)
      #expect(value.reversingMembers().hashValue == value.hashValue)
    }
  }

  @Test func canonicalKeysAscendInUTF16() throws {
    for value in Self.values {
      let canonical = try JSONValue(parsing: try value.canonical())
      let units = canonical.object?.keys.map { Array($0.utf16) } ?? []
      #expect(zip(units, units.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func codersPassValuesThrough() throws {
    for value in Self.values {
      #expect(try JSONValueEncoder().encode([value]).compact() == "[\(value.compact())]")
      #expect(try JSONValueDecoder().decode([JSONValue].self, from: [value])[0].compact() == value.compact())
    }
  }
}

extension JSONValue {
  fileprivate func reversingMembers() -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.reversingMembers() })
    case .object(let members):
      .object(JSONObject(members.reversed().map { (key: $0.key, value: $0.value.reversingMembers()) }))
    default: self
    }
  }
}
