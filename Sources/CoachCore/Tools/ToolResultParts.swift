import JSONKit

/// The facts of one call, in pieces that fit an event: the store takes 65,536 bytes of each.
enum ToolResultParts {
  /// Bytes of facts in one event; the rest is room for the call's arguments and for tokens longer than what they hide.
  static let bytes = 49_152

  /// What the events `tool.result` of a call tell: the call and its facts, in their order.
  ///
  /// A result that takes several events numbers them `part` of `parts`, from 1.
  ///
  /// - Parameter sizes: the bytes of each fact as compact JSON.
  static func events(_ call: JSONObject, facts: [JSONValue], sizes: [Int]) -> [JSONObject] {
    let parts = split(facts, sizes)
    return parts.enumerated().map { place, part in
      var data = call
      data["facts"] = .array(part)
      guard parts.count > 1 else { return data }
      data["part"] = .number(JSONNumber(place + 1))
      data["parts"] = .number(JSONNumber(parts.count))
      return data
    }
  }

  private static func split(_ facts: [JSONValue], _ sizes: [Int]) -> [[JSONValue]] {
    var parts: [[JSONValue]] = [[]]
    var size = 0
    for (fact, factBytes) in zip(facts, sizes) {
      let length = factBytes + 1
      if size + length > bytes, size > 0 {
        parts.append([])
        size = 0
      }
      parts[parts.count - 1].append(fact)
      size += length
    }
    return parts
  }
}
