import JSONKit

/// Replaces values of a document.
enum JSONMutation {
  /// Every text but the keys becomes the text given.
  static func replacingTexts(of value: JSONValue, by text: String) -> JSONValue {
    switch value {
    case .string: .string(text)
    case .array(let items): .array(items.map { replacingTexts(of: $0, by: text) })
    case .object(let object):
      .object(object.reduce(into: JSONObject()) { $0[$1.key] = replacingTexts(of: $1.value, by: text) })
    default: value
    }
  }

  /// Some values become strange ones, here and there.
  static func mutated(_ value: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
    let strange: [JSONValue] = [
      nil, true, 1e300, -1, 9_223_372_036_854_775_807, "", "/", [], [:], [[nil]], "[f1]",
    ]
    if Int.random(in: 0..<12, using: &generator) == 0 {
      return strange.randomElement(using: &generator) ?? nil
    }
    switch value {
    case .array(let items): return .array(items.map { mutated($0, &generator) })
    case .object(let object):
      var result = JSONObject()
      for (key, member) in object { result[key] = mutated(member, &generator) }
      return .object(result)
    default: return value
    }
  }
}
