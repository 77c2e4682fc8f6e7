import JSONKit
import Testing

@Suite struct ValueTests {
  @Test func literals() throws {
    let value: JSONValue = ["a": nil, "b": true, "c": 1, "d": 2.5, "e": "x", "f": [1, [:]]]
    #expect(value.compact() == #"{"a":null,"b":true,"c":1,"d":2.5,"e":"x","f":[1,{}]}"#)
    #expect(value.description == value.compact())
  }

  @Test func accessOfAnotherTypeIsNil() {
    let string: JSONValue = "1"
    #expect(string.bool == nil && string.number == nil && string.int == nil && string.double == nil)
    #expect(string.array == nil && string.object == nil && string["a"] == nil && string[0] == nil)
    #expect(!string.isNull)
    #expect((1 as JSONValue).string == nil)
  }

  @Test func missingIsNotNull() {
    let value: JSONValue = ["a": nil]
    #expect(value["a"] != nil)
    #expect(value["a"] == .null)
    #expect(value["b"] == nil)
  }

  @Test func typeNames() {
    let values: [JSONValue] = [[:], [], "", 0, true, nil]
    #expect(values.map(\.typeName) == ["object", "array", "string", "number", "boolean", "null"])
  }

  @Test func equality() {
    #expect((["a": 1, "b": [2.0]] as JSONValue) == ["b": [2], "a": 1.0])
    #expect((["a": 1] as JSONValue) != ["a": 1, "b": nil])
    #expect(([1, 2] as JSONValue) != [2, 1])
    #expect((0 as JSONValue) != false)
    #expect((nil as JSONValue) != false)
    #expect(("1" as JSONValue) != 1)
    // Equal for Swift's String, and even of one length in UTF-8.
    #expect(JSONValue.string("\u{212B}") != .string("A\u{30A}"))
    #expect(Set<JSONValue>([["a": 1, "b": 2], ["b": 2.0, "a": 1e0], [1], ["1"], 1, "1"]).count == 5)
  }

  @Test func objectMutation() {
    var object: JSONObject = ["b": 1, "a": 2, "b": 3]
    #expect(object.keys == ["b", "a"])
    #expect(object["b"] == 3)
    object["c"] = 4
    object["b"] = nil
    object["absent"] = nil
    #expect(object.map(\.key) == ["a", "c"])
    #expect(object[1].value == 4)
  }

  /// A large object finds its members by another way than a small one; both must agree with a plain list.
  @Test func objectAgainstModel() {
    var generator = SeededGenerator(seed: 2)
    var object = JSONObject()
    var model: [(key: String, value: JSONValue)] = []
    for step in 0..<4_000 {
      let key = "k\(Int.random(in: 0..<40, using: &generator))"
      let position = model.firstIndex { $0.key == key }
      #expect(object[key] == position.map { model[$0].value })
      if Int.random(in: 0..<5, using: &generator) < 2 {
        object[key] = nil
        if let position { model.remove(at: position) }
      } else {
        object[key] = JSONValue.number(JSONNumber(step))
        if let position {
          model[position].value = .number(JSONNumber(step))
        } else {
          model.append((key: key, value: .number(JSONNumber(step))))
        }
      }
      #expect(object.keys == model.map(\.key))
    }
    #expect(object == JSONObject(model.reversed()))
    #expect(object.hashValue == JSONObject(model.reversed()).hashValue)
  }
}
