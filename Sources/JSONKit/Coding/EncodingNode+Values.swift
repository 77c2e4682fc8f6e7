extension EncodingNode {
  /// Encodes a value at this place.
  func encode<Value: Encodable>(_ value: Value) throws {
    if let plain = try Self.plainValue(of: value, at: codingPath) {
      setValue(plain)
      return
    }
    // Sets and dictionaries are one reference each; for a value of another size the cast, which is slow, is spared.
    guard MemoryLayout<Value>.size == MemoryLayout<AnyObject>.size,
      let unordered = value as? any UnorderedCollection
    else {
      try value.encode(to: JSONNodeEncoder(node: self))
      return
    }
    // Encoded aside, because only the finished value can be put in order.
    let aside = EncodingNode(place)
    try value.encode(to: JSONNodeEncoder(node: aside))
    setValue(type(of: unordered).inOrder(try aside.resolve()))
  }

  /// Encodes a value as the next element.
  func encodeElement<Value: Encodable>(_ value: Value) throws {
    if let plain = try Self.plainValue(
      of: value, at: CodingPlace.element(elementCount, of: place).codingPath)
    {
      appendElement(plain)
    } else {
      try appendElement().encode(value)
    }
  }

  /// Encodes a value as a member.
  func encodeMember<Value: Encodable>(_ value: Value, forKey key: some CodingKey) throws {
    if let plain = try Self.plainValue(of: value, at: CodingPlace.member(key, of: place).codingPath) {
      appendMember(key, plain)
    } else {
      try appendMember(key).encode(value)
    }
  }

  /// The JSON form of a type that has one by itself, or nil for one that must encode itself.
  private static func plainValue<Value: Encodable>(
    of value: Value, at codingPath: @autoclosure () -> [any CodingKey]
  ) throws -> JSONValue? {
    // Types are compared before a value is cast: a cast that fails costs many times as much, and most would.
    if Value.self == String.self { return (value as? String).map { .string($0) } }
    if Value.self == Int.self { return (value as? Int).map { .number(JSONNumber($0)) } }
    if Value.self == Bool.self { return (value as? Bool).map { .bool($0) } }
    if Value.self == Double.self { return try (value as? Double).map { try number($0, at: codingPath()) } }
    if Value.self == Float.self { return try (value as? Float).map { try number($0, at: codingPath()) } }
    if Value.self == JSONNumber.self { return (value as? JSONNumber).map { .number($0) } }
    if Value.self == JSONObject.self { return (value as? JSONObject).map { .object($0) } }
    if Value.self == JSONValue.self { return value as? JSONValue }
    guard integerTypes.contains(ObjectIdentifier(Value.self)) else { return nil }
    return (value as? any FixedWidthInteger).map {
      .number(JSONNumber(verified: String(describing: $0)))
    }
  }

  private static let integerTypes: Set<ObjectIdentifier> = {
    let types: [any FixedWidthInteger.Type] = [
      Int8.self, Int16.self, Int32.self, Int64.self, Int128.self,
      UInt.self, UInt8.self, UInt16.self, UInt32.self, UInt64.self, UInt128.self,
    ]
    return Set(types.map { ObjectIdentifier($0) })
  }()

  private static func number(
    _ value: some BinaryFloatingPoint & CustomStringConvertible,
    at codingPath: @autoclosure () -> [any CodingKey]
  ) throws -> JSONValue {
    guard value.isFinite else {
      throw JSONEncodingError(
        code: .nonFiniteNumber, codingPath: codingPath(), what: "JSON has no form for \(value)")
    }
    let isNegativeZero = value == 0 && value.sign == .minus
    return .number(JSONNumber(verified: isNegativeZero ? "-0" : ECMAScriptNumber.text(of: value)))
  }
}

/// A collection whose iteration order differs from run to run, and so must not show in the output.
private protocol UnorderedCollection {
  /// The collection's JSON value, put into an order that depends on the contents alone.
  static func inOrder(_ value: JSONValue) -> JSONValue
}

extension Set: UnorderedCollection {
  fileprivate static func inOrder(_ value: JSONValue) -> JSONValue {
    guard let elements = value.array else { return value }
    return .array(sortedByText(elements.map { (text: $0.compact(), item: $0) }))
  }
}

extension Dictionary: UnorderedCollection {
  /// Names and integers as keys give an object, keys of another type an array of keys and values by turns.
  fileprivate static func inOrder(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      return .object(JSONObject(members.sortedByKey()))
    case .array(let items):
      let pairs = stride(from: 0, to: items.count - 1, by: 2).map { [items[$0], items[$0 + 1]] }
      return .array(sortedByText(pairs.map { (text: $0[0].compact(), item: $0) }).flatMap { $0 })
    default:
      return value
    }
  }
}

private func sortedByText<Item>(_ items: [(text: String, item: Item)]) -> [Item] {
  items.sorted { $0.text.precedesInUTF16($1.text) }.map(\.item)
}
