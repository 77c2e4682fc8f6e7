import HTTPTransport
import JSONKit

/// The type of a session's event.
enum EventType {
  /// The `event` field; without one, the member `type` of the payload.
  static func of(_ event: ServerSentEvent) -> String {
    guard event.type == "message" else { return event.type }
    return (try? JSONValue(parsing: event.data))?["type"]?.string ?? event.type
  }
}
