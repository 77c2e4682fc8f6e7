/// Decodes a `Decodable` type from a JSON value.
///
/// `JSONValue`, `JSONNumber` and `JSONObject` pass through unchanged. An integer is decoded from any number
/// that is mathematically one and fits (`1.0` and `1e3` too); no number is decoded from a string or a boolean.
///
/// ```swift
/// struct Goal: Decodable { var id: String }
/// print(try JSONValueDecoder().decode(Goal.self, from: ["id": "g2"]).id)  // g2
/// ```
public struct JSONValueDecoder: Sendable {
  /// Makes a decoder.
  public init() {}

  /// Decodes a value.
  ///
  /// - Throws: `JSONDecodingError` with the pointer to the part that does not fit.
  public func decode<T: Decodable>(_ type: T.Type, from value: JSONValue) throws(JSONDecodingError) -> T {
    do {
      return try JSONNodeDecoder(value: value, place: .root).decode(type)
    } catch {
      throw JSONDecodingError(error)
    }
  }
}
