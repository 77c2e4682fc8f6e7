/// An event as it lies in the store: its payload is handed on as the bytes that were written.
public struct StoredEventText: Hashable, Sendable {
  /// 1, 2, 3 … without a gap within a session.
  public let seq: Int
  /// What happened.
  public let type: CoachEvent.Kind
  /// ISO 8601 with milliseconds, UTC.
  public let timestamp: String
  /// The event's `data` as compact JSON on one line.
  public let data: String

  /// Describes an event.
  public init(seq: Int, type: CoachEvent.Kind, timestamp: String, data: String) {
    self.seq = seq
    self.type = type
    self.timestamp = timestamp
    self.data = data
  }
}
