import CoachCore
import JSONKit
import NIOCore

/// One event as it stands on the wire, made once and sent to all who follow the session.
struct EventFrame: Sendable {
  /// The event's place in its session; nil for a sentence on its way, which has none and is not stored.
  let seq: Int?
  /// Whether the session ends with it.
  let isTerminal: Bool
  /// `id`, `event` and `data` fields and the blank line that dispatches them (WHATWG HTML §9.2).
  let bytes: ByteBuffer

  /// The frame of an event that was made durable just now.
  init(_ event: CoachEvent) {
    self.init(
      seq: event.seq, session: event.session, timestamp: event.timestamp, type: event.type,
      data: JSONValue.object(event.data).compact())
  }

  /// The frame of an event out of the log.
  init(_ stored: StoredEventText, of session: String) {
    self.init(
      seq: stored.seq, session: session, timestamp: stored.timestamp, type: stored.type, data: stored.data)
  }

  /// The frame of a sentence.
  ///
  /// - Throws: `JSONEncodingError`, which a sentence does not come to.
  init(_ delta: TextDelta) throws {
    seq = nil
    isTerminal = false
    bytes = ByteBuffer(
      string: "event: text.delta\ndata: \(try JSONValueEncoder().encode(delta).compact())\n\n")
  }

  /// - Parameter data: the event's data as compact JSON: it has no line break, so one `data` field holds it.
  private init(seq: Int, session: String, timestamp: String, type: CoachEvent.Kind, data: String) {
    self.seq = seq
    isTerminal = type.isTerminal
    let number = String(seq)
    var bytes = ByteBuffer()
    bytes.reserveCapacity(data.utf8.count + 160)
    bytes.writeString("id: ")
    bytes.writeString(number)
    bytes.writeString("\nevent: ")
    bytes.writeString(type.rawValue)
    bytes.writeString("\ndata: {\"v\":1,\"seq\":")
    bytes.writeString(number)
    bytes.writeString(",\"session\":\"")
    bytes.writeString(session)
    bytes.writeString("\",\"ts\":\"")
    bytes.writeString(timestamp)
    bytes.writeString("\",\"type\":\"")
    bytes.writeString(type.rawValue)
    bytes.writeString("\",\"data\":")
    bytes.writeString(data)
    bytes.writeString("}\n\n")
    self.bytes = bytes
  }
}
