import JSONKit
import Testing

@Suite struct SchemaTests {
  private static let goal: JSONValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["id", "kind"],
    "additionalProperties": false,
    "properties": [
      "id": ["$ref": "#/$defs/id"],
      "kind": ["enum": ["retirement", "education"]],
      "target_date": ["type": "string", "format": "date"],
      "shares": [
        "type": "array", "uniqueItems": true, "maxItems": 3,
        "items": ["type": "number", "minimum": 0, "maximum": 1, "multipleOf": 0.01],
      ],
      "children": ["type": "array", "items": ["$ref": "#"]],
    ],
    "$defs": ["id": ["type": "string", "pattern": "^[a-z][a-z0-9]{0,15}$"]],
  ]

  @Test func validValue() throws {
    let value: JSONValue = [
      "id": "g1", "kind": "education", "target_date": "2028-02-29", "shares": [0.29, 0.71],
      "children": [["id": "g2", "kind": "retirement"]],
    ]
    #expect(try JSONSchema(Self.goal).validate(value) == [])
  }

  @Test func violationsComeInDocumentOrder() throws {
    let value = try JSONValue(
      parsing:
        #"{"shares":[0.5,2,0.505],"extra":1,"children":[{"kind":"education"}],"id":"G1","target_date":"2027-02-29"}"#
    )
    let violations = try JSONSchema(Self.goal).validate(value)
    #expect(
      violations.map { "\($0.instance) \($0.keyword) \($0.schema)" } == [
        " required /required",
        "/shares/1 maximum /properties/shares/items/maximum",
        "/shares/2 multipleOf /properties/shares/items/multipleOf",
        "/extra additionalProperties /additionalProperties",
        "/children/0 required /required",
        "/id pattern /$defs/id/pattern",
        "/target_date format /properties/target_date/format",
      ])
    #expect(violations.first?.description == "the root: lacks the member “kind”")
    #expect(violations.last?.message == "must be a date as YYYY-MM-DD")
  }

  @Test func messagesDoNotQuoteTheValue() throws {
    let schema = try JSONSchema([
      "additionalProperties": [
        "anyOf": [["const": 1], ["type": "integer"], ["maxLength": 3], ["pattern": "^x"]],
        "enum": ["a", "b"],
        "not": ["type": "string"],
      ]
    ])
    let violations = schema.validate(["a": "ABCDE1234F"])
    #expect(violations.count == 3)
    #expect(!violations.contains { $0.message.contains("ABCDE1234F") })
  }

  @Test(
    arguments: [
      (["default": 1], "/default"), (["properties": ["a": ["$anchor": "x"]]], "/properties/a/$anchor"),
      (["allOf": [["dependentRequired": [:]]]], "/allOf/0/dependentRequired"),
      (["format": "email"], "/format"),
      (["$schema": "http://json-schema.org/draft-07/schema#"], "/$schema"), (["$ref": "other.json"], "/$ref"),
      (["items": ["$id": "x"]], "/items/$id"), (["$defs": ["unused": ["x-note": 1]]], "/$defs/unused/x-note"),
      (["else": ["contains": [:]]], "/else/contains"), (["$ref": "#anchor"], "/$ref"),
    ] as [(JSONValue, String)])
  func unsupported(_ schema: JSONValue, _ pointer: String) {
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(schema) }
    #expect(error?.code == .unsupportedKeyword)
    #expect(error?.pointer.description == pointer)
  }

  @Test(
    arguments: [
      1, "a", nil, [], ["type": "text"], ["type": []], ["type": ["string", "string"]], ["minLength": -1],
      ["minLength": 1.5],
      ["required": "a"], ["required": ["a", "a"]], ["properties": []], ["properties": ["a": 1]], ["enum": 1],
      ["multipleOf": 0], ["multipleOf": -1], ["minimum": "1"], ["pattern": "("], ["pattern": 1],
      ["allOf": []],
      ["uniqueItems": 1], ["patternProperties": ["[": true]], ["$ref": 1], ["items": [true]], ["title": 1],
    ] as [JSONValue])
  func invalid(_ schema: JSONValue) {
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(schema) }
    #expect(error?.code == .invalidKeyword)
  }

  @Test func references() throws {
    let dangling = #expect(throws: JSONSchemaError.self) { try JSONSchema(["items": ["$ref": "#/$defs/x"]]) }
    #expect(dangling?.code == .unresolvedReference)
    #expect(dangling?.pointer.description == "/items/$ref")
    let loops: [JSONValue] = [
      ["$ref": "#"], ["allOf": [["$ref": "#"]]], ["not": ["$ref": "#"]],
      [
        "$ref": "#/$defs/a",
        "$defs": ["a": ["anyOf": [true, ["$ref": "#/$defs/b"]]], "b": ["if": ["$ref": "#/$defs/a"]]],
      ],
    ]
    for loop in loops {
      let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(loop) }
      #expect(error?.code == .endlessReference)
    }
    // Going one level down at each step, a schema may well contain itself.
    let tree = try JSONSchema(["type": "array", "items": ["$ref": "#"]])
    #expect(tree.validate([[], [[]]]) == [])
    #expect(tree.validate([[], [1]]).map(\.instance.description) == ["/1/0"])
  }

  @Test func longChainOfReferences() throws {
    var definitions = JSONObject()
    for link in (0..<5_000).reversed() {
      definitions["d\(link)"] = link < 4_999 ? ["$ref": .string("#/$defs/d\(link + 1)")] : true
    }
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(["$defs": .object(definitions)]) }
    #expect(error?.code == .endlessReference)
  }

  /// A value of the parser's default depth is checked within a thread's stack.
  @Test func deepValue() throws {
    let depth = 256
    let text = String(repeating: #"[{"a":"#, count: depth) + "2" + String(repeating: "}]", count: depth)
    let schema = try JSONSchema(["items": ["$ref": "#"], "additionalProperties": ["$ref": "#"], "maximum": 1])
    let violations = schema.validate(try JSONValue(parsing: text))
    #expect(violations.map(\.instance.tokens.count) == [2 * depth])
  }

  @Test func exactArithmetic() throws {
    func isMultiple(_ number: String, of divisor: String) throws -> Bool {
      try JSONSchema(JSONValue(parsing: "{\"multipleOf\":\(divisor)}")).validate(JSONValue(parsing: number))
        .isEmpty
    }
    #expect(try isMultiple("0.0075", of: "0.0001"))
    #expect(try isMultiple("1e308", of: "0.5"))
    #expect(try !isMultiple("1e308", of: "0.123456789"))
    #expect(try isMultiple("1e1000000", of: "0.5"))
    #expect(try isMultiple("123456789012345678901234567890", of: "10"))
    #expect(try isMultiple("0", of: "7"))
    #expect(try isMultiple("-21", of: "7"))
    #expect(try isMultiple("4.5", of: "1.5"))
    #expect(try !isMultiple("0.00751", of: "0.0001"))
    #expect(try !isMultiple("123456789012345678901234567891", of: "10"))
    #expect(try !isMultiple("1e-400", of: "1"))
    let bound = try JSONSchema(["exclusiveMaximum": 9_007_199_254_740_993])
    #expect(bound.validate(9_007_199_254_740_992) == [])
    #expect(bound.validate(9_007_199_254_740_993).count == 1)
  }

  @Test func lengthsCountScalars() throws {
    let schema = try JSONSchema(["maxLength": 2])
    #expect(schema.validate("😀é") == [])
    #expect(schema.validate("ae\u{301}").count == 1)
  }
}
