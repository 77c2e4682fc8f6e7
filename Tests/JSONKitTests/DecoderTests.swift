import JSONKit
import Testing

@Suite struct DecoderTests {
  private func decode<T: Decodable>(_ type: T.Type, _ value: JSONValue) throws(JSONDecodingError) -> T {
    try JSONValueDecoder().decode(type, from: value)
  }

  private struct Goal: Codable, Equatable {
    enum Kind: String, Codable { case retirement, education }
    var id: String
    var kind: Kind
    var target: Int
    var note: String?
    var shares: [Double]
    var raw: JSONNumber
  }

  private static let goal: JSONValue = [
    "id": "g1", "kind": "education", "target": 1_500_000, "shares": [0.5, 1], "raw": 1.25, "extra": nil,
  ]

  @Test func structure() throws {
    let goal = try decode(Goal.self, Self.goal)
    #expect(goal.id == "g1" && goal.kind == .education && goal.note == nil && goal.shares == [0.5, 1])
    #expect(try decode(Goal.self, try JSONValueEncoder().encode(goal)) == goal)
  }

  /// Replaces one member of the goal and says how decoding it fails.
  private func failure(_ key: String, _ value: JSONValue?) -> JSONDecodingError? {
    var members = Self.goal.object ?? [:]
    members[key] = value
    return #expect(throws: JSONDecodingError.self) { try decode(Goal.self, .object(members)) }
  }

  @Test func failuresNameTheirPlace() {
    let mismatch = failure("shares", [0.5, "x"])
    #expect(mismatch?.code == .typeMismatch)
    #expect(mismatch?.pointer.description == "/shares/1")
    #expect(mismatch?.message == "Expected a number, found string at “/shares/1”.")
    let missing = failure("id", nil)
    #expect(missing?.code == .missingMember)
    #expect(missing?.message == "Missing member “id” at the root.")
    #expect(failure("id", .null)?.code == .missingValue)
    #expect(failure("target", 1.5)?.code == .numberOutOfRange)
    #expect(failure("target", "1500000")?.code == .typeMismatch)
    #expect(failure("target", true)?.code == .typeMismatch)
    let kind = failure("kind", "holiday")
    #expect(kind?.code == .invalidValue)
    #expect(kind?.pointer.description == "/kind")
    #expect(kind?.cause is DecodingError)
  }

  @Test func integersByMathematicalValue() throws {
    #expect(try decode([Int].self, try JSONValue(parsing: "[1.0, 1e3, -0]")) == [1, 1_000, 0])
    #expect(try decode(UInt64.self, try JSONValue(parsing: "18446744073709551615")) == .max)
    #expect(
      try decode(Int128.self, try JSONValue(parsing: "-170141183460469231731687303715884105728")) == .min)
    for (text, type) in [("128", "Int8"), ("-129", "Int8")] {
      #expect(throws: JSONDecodingError.self, "\(type)") {
        try decode(Int8.self, try JSONValue(parsing: text))
      }
    }
    #expect(throws: JSONDecodingError.self) { try decode(UInt.self, -1) }
  }

  @Test func floatingPoint() throws {
    #expect(try decode(Double.self, 3) == 3)
    #expect(try decode(Float.self, 0.1) == 0.1)
    for text in ["1e400", "-1e400"] {
      let error = #expect(throws: JSONDecodingError.self) {
        try decode(Double.self, try JSONValue(parsing: text))
      }
      #expect(error?.code == .numberOutOfRange)
    }
    #expect(throws: JSONDecodingError.self) { try decode(Float.self, try JSONValue(parsing: "1e39")) }
  }

  @Test func optionalsAndCollections() throws {
    #expect(try decode([Int?].self, [1, nil]) == [1, nil])
    #expect(try decode([String: [Int]].self, ["a": [1], "b": []]) == ["a": [1], "b": []])
    #expect(try decode([Int: String].self, ["1": "a"]) == [1: "a"])
    #expect(try decode(Set<Int>.self, [1, 2, 1]) == [1, 2])
    #expect(throws: JSONDecodingError.self) { try decode([Int].self, ["a": 1]) }
    #expect(throws: JSONDecodingError.self) { try decode([String: Int].self, [1]) }
  }

  private struct Triple: Decodable {
    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      for _ in 0..<3 { _ = try container.decode(Int.self) }
    }
  }

  private struct Picky: Decodable {
    struct Refusal: Error {}
    init(from decoder: any Decoder) throws { throw Refusal() }
  }

  @Test func endOfArrayAndForeignErrors() {
    let short = #expect(throws: JSONDecodingError.self) { try decode([Triple].self, [[1, 2, 3], [1, 2]]) }
    #expect(short?.code == .missingValue)
    #expect(short?.pointer.description == "/1/2")
    let foreign = #expect(throws: JSONDecodingError.self) { try decode([String: Picky].self, ["a": 1]) }
    #expect(foreign?.code == .invalidValue)
    #expect(foreign?.pointer.description == "/a")
    #expect(foreign?.cause is Picky.Refusal)
  }
}
