import JSONKit

/// The members façade and engine name differently; contracts inside them are the same for both.
enum FieldNames {
  private static let names = [
    ("sessionId", "session_id"), ("topicKey", "topic_key"), ("nextCursor", "next_cursor"),
  ]

  /// A document of the façade under the engine's names.
  static func engine(_ object: JSONObject) -> JSONObject {
    JSONObject(object.map { member in (names.first { $0.0 == member.key }?.1 ?? member.key, member.value) })
  }

  /// A document of the engine under the façade's names.
  static func facade(_ value: JSONValue) -> JSONValue {
    guard let object = value.object else { return value }
    return .object(
      JSONObject(object.map { member in (names.first { $0.1 == member.key }?.0 ?? member.key, member.value) })
    )
  }
}
