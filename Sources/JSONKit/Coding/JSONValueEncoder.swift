/// Encodes any `Encodable` type to a JSON value.
///
/// `JSONValue`, `JSONNumber` and `JSONObject` pass through unchanged. What has no order of its own gets one:
/// members of a `Dictionary` are sorted by name (UTF-16 code units), elements of a `Set` by their compact text.
/// (A type that hands its own encoder on to such a collection must sort it itself.)
///
/// ```swift
/// struct Goal: Encodable { var id: String; var target: Int; var note: String? }
/// print(try JSONValueEncoder().encode(Goal(id: "g2", target: 5)))  // {"id":"g2","target":5}
/// ```
public struct JSONValueEncoder: Sendable {
  /// Makes an encoder.
  public init() {}

  /// Encodes a value.
  ///
  /// - Throws: `JSONEncodingError` for NaN, an infinity, or an `encode(to:)` that leaves no one value; and
  ///   whatever a value's own `encode(to:)` throws.
  public func encode(_ value: some Encodable) throws -> JSONValue {
    let node = EncodingNode(.root)
    try node.encode(value)
    return try node.resolve()
  }
}
