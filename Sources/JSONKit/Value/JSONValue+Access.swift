extension JSONValue {
  /// Whether the value is the literal `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The boolean, or nil for a value of another type.
  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The number, or nil for a value of another type.
  public var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number as an integer, or nil when it is no number, not integral, or beyond `Int`.
  public var int: Int? { number?.int }

  /// The number as the nearest `Double`, or nil for a value of another type.
  public var double: Double? { number?.double }

  /// The string, or nil for a value of another type.
  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The elements, or nil for a value of another type.
  public var array: [JSONValue]? {
    if case .array(let array) = self { array } else { nil }
  }

  /// The members, or nil for a value of another type.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The member of that name, or nil when there is none or the value is no object.
  public subscript(key: String) -> JSONValue? { object?[key] }

  /// The element at that position, or nil when there is none or the value is no array.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let array) = self, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// The type by its JSON Schema name: "object", "array", "string", "number", "boolean" or "null".
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
