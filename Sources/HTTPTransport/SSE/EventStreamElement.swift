/// What an event stream is made of.
public enum EventStreamElement: Sendable, Hashable {
  /// An event.
  case event(ServerSentEvent)
  /// A comment without its colon, as heartbeats are; reported only when asked for.
  case comment(String)
}
