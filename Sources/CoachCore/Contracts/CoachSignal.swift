/// What a listener hears of a running session.
public enum CoachSignal: Hashable, Sendable {
  /// An event of the session's log, heard only after it was made durable.
  case event(CoachEvent)
  /// A sentence that may be shown until its artifact comes.
  case text(TextDelta)
}
