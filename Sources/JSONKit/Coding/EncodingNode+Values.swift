extension EncodingNode {
  /// Encodes a value at this place.
  func encode<Value: Encodable>(_ value: Value) throws {
    if let plain = try plainValue(of: value) {
      setValue(plain)
      return
    }
    guard let unordered = value as? any UnorderedCollection else {
      try value.encode(to: JSONNodeEncoder(node: self))
      return
    }
    // Encoded aside, because only the finished value can be put in order.
    let aside = EncodingNode(codingPath: codingPath)
    try value.encode(to: JSONNodeEncoder(node: aside))
    setValue(type(of: unordered).inOrder(try aside.resolve()))
  }

  /// The JSON form of a type that has one by itself, or nil for one that must encode itself.
  private func plainValue(of value: some Encodable) throws -> JSONValue? {
    switch value {
    case let value as JSONValue: value
    case let value as String: .string(value)
    case let value as Bool: .bool(value)
    case let value as Int: .number(JSONNumber(value))
    case let value as Double: try number(value)
    case let value as Float: try number(value)
    case let value as JSONNumber: .number(value)
    case let value as JSONObject: .object(value)
    case let value as any FixedWidthInteger: .number(JSONNumber(verified: String(describing: value)))
    default: nil
    }
  }

  private func number(_ value: some BinaryFloatingPoint & CustomStringConvertible) throws -> JSONValue {
    guard value.isFinite else {
      throw JSONEncodingError(
        code: .nonFiniteNumber, codingPath: codingPath, what: "JSON has no form for \(value)")
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
