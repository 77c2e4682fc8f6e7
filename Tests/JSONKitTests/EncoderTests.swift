import JSONKit
import Testing

@Suite struct EncoderTests {
  private func text(_ value: some Encodable) throws -> String {
    try JSONValueEncoder().encode(value).compact()
  }

  private enum Kind: String, Codable { case retirement, education = "EDU" }

  private struct Goal: Codable {
    var id: String
    var kind: Kind
    var target: Int
    var rate: Double
    var note: String?
    var shares: [Double] = []
    var raw: JSONValue = nil
  }

  @Test func structure() throws {
    let goal = Goal(
      id: "g1", kind: .education, target: 1_500_000, rate: 0.12, shares: [0.5, 1], raw: ["x": 1.50])
    #expect(
      try text(goal)
        == #"{"id":"g1","kind":"EDU","target":1500000,"rate":0.12,"shares":[0.5,1],"raw":{"x":1.5}}"#)
  }

  @Test func scalars() throws {
    #expect(try text("a") == #""a""#)
    #expect(try text(true) == "true")
    #expect(try text(Int?.none) == "null")
    #expect(try text([1, nil, 3] as [Int?]) == "[1,null,3]")
    #expect(try text(UInt64.max) == "18446744073709551615")
    #expect(try text(Int8.min) == "-128")
    #expect(try text(Int128.max) == "170141183460469231731687303715884105727")
    #expect(try text(0.1 as Float) == "0.1")
    #expect(try text(1e21) == "1e+21")
    #expect(try text(JSONNumber(text: "1.500")) == "1.500")
    #expect(try text(["b": 1, "a": 2] as JSONObject) == #"{"b":1,"a":2}"#)
  }

  @Test func unorderedCollectionsComeOutInOneOrder() throws {
    let names = (0..<50).map { "k\($0)" }
    let encoded = try JSONValueEncoder().encode(Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }))
    #expect(encoded.object?.keys == names.sorted())
    #expect(try text(Set(["c", "a", "b"])) == #"["a","b","c"]"#)
    #expect(try text([[3: "c", 1: "a", 2: "b"]]) == #"[{"1":"a","2":"b","3":"c"}]"#)
    #expect(try text([Kind.retirement: [1.5], .education: []]) == #"["EDU",[],"retirement",[1.5]]"#)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func nonFiniteNumbers(_ value: Double) throws {
    let error = #expect(throws: JSONEncodingError.self) { try JSONValueEncoder().encode(["a": [1, value]]) }
    #expect(error?.code == .nonFiniteNumber)
    #expect(error?.pointer.description == "/a/1")
  }

  private struct Nothing: Encodable {
    func encode(to encoder: any Encoder) throws {}
  }

  private struct Twofold: Encodable {
    func encode(to encoder: any Encoder) throws {
      var single = encoder.singleValueContainer()
      try single.encode(1)
      var list = encoder.unkeyedContainer()
      try list.encode(2)
    }
  }

  @Test func typesThatLeaveNoOneValue() {
    let nothing = #expect(throws: JSONEncodingError.self) { try JSONValueEncoder().encode(["a": Nothing()]) }
    #expect(nothing?.code == .noValue)
    let twofold = #expect(throws: JSONEncodingError.self) { try JSONValueEncoder().encode([Twofold()]) }
    #expect(twofold?.code == .conflictingContainers)
  }

  private class Base: Encodable { let base = 1 }

  private final class Derived: Base {
    private enum CodingKeys: String, CodingKey { case derived, nested, list }

    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(2, forKey: .derived)
      try super.encode(to: container.superEncoder())
      var nested = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .nested)
      try nested.encodeNil(forKey: .list)
      var list = container.nestedUnkeyedContainer(forKey: .list)
      try list.encode(3)
      try super.encode(to: list.superEncoder())
      #expect(list.count == 2)
    }
  }

  @Test func nestedContainers() throws {
    #expect(
      try text(Derived()) == #"{"derived":2,"super":{"base":1},"nested":{"list":null},"list":[3,{"base":1}]}"#
    )
  }
}
