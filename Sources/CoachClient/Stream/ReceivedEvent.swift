public import JSONKit

/// One event of a session as it came.
public struct ReceivedEvent: Sendable, Hashable {
  /// Its place in the session, from 1 without a gap; nil for what is not stored, as `text.delta`.
  public let seq: Int?
  /// Its type, as `session.started`; unknown ones are for the caller to pass over.
  public let type: String
  /// Its payload as the text that came.
  public let data: String
  /// When it was read, by the client's clock.
  public let receivedNanoseconds: UInt64
  /// The connection it came on, from 0.
  public let connection: Int

  /// Whether it is the last of its session.
  public var isTerminal: Bool { Self.terminalTypes.contains(type) }

  /// The payload, parsed.
  public func json() throws(JSONParseError) -> JSONValue { try JSONValue(parsing: data) }

  /// The same event at its place.
  func placed(at seq: Int?) -> ReceivedEvent {
    ReceivedEvent(
      seq: seq, type: type, data: data, receivedNanoseconds: receivedNanoseconds, connection: connection)
  }

  static let terminalTypes: Set = [
    "session.completed", "session.failed", "session.cancelled", "session.budget_exhausted",
  ]
}
