public import JSONKit

extension PIIScrubber {
  /// The value with every text in it scrubbed.
  ///
  /// Keys are the engine's own and stay.
  public func scrub(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(scrub(text))
    case .array(let elements): .array(elements.map(scrub))
    case .object(let object): .object(scrub(object))
    case .null, .bool, .number: value
    }
  }

  /// The object with every text in it scrubbed.
  public func scrub(_ object: JSONObject) -> JSONObject {
    object.mapValues(scrub)
  }
}
