import JSONKit

/// One event of a session, as it came over the wire, and when.
struct HeardEvent: Sendable {
  /// The event as it was sent: `{v, seq, session, ts, type, data}`.
  let json: JSONValue
  /// Its number in the session, from 1.
  let seq: Int
  let type: String
  let data: JSONObject
  /// Milliseconds from the request to its arrival, by the client's clock.
  let milliseconds: Double

  /// Reads the envelope.
  ///
  /// - Throws: `TargetError` with code `target_malformed` for an event without number, type or data.
  init(_ json: JSONValue, milliseconds: Double) throws(TargetError) {
    guard let seq = json["seq"]?.int, let type = json["type"]?.string, let data = json["data"]?.object else {
      throw TargetError(
        .malformed, "an event has no \"seq\", \"type\" or \"data\"; see `workbench schema event/1`")
    }
    self.json = json
    self.seq = seq
    self.type = type
    self.data = data
    self.milliseconds = milliseconds
  }

  /// The task it happened in.
  var node: String? { data["node"]?.string }
  /// The topic it is about.
  var topicKey: String? { data["topic_key"]?.string }
}
