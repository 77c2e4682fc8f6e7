/// One event of an event stream (WHATWG HTML, "Server-sent events").
public struct ServerSentEvent: Sendable, Hashable {
  /// Its type: the `event` field, `message` where there is none.
  public var type: String

  /// Its data, the `data` lines joined by LF.
  public var data: String

  /// The last event id in force after it: its own, or the one of an event before it.
  public var lastEventID: String

  /// The `id` field of this very event, nil where it has none.
  public var id: String?

  /// The `retry` field of this very event in milliseconds, nil where it has none.
  public var retry: Int?

  /// Creates an event.
  public init(
    type: String = "message", data: String, lastEventID: String = "", id: String? = nil, retry: Int? = nil
  ) {
    self.type = type
    self.data = data
    self.lastEventID = lastEventID
    self.id = id
    self.retry = retry
  }
}
