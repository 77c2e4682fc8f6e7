/// A session that is in the store: its id can be told, and whoever got it can follow its events.
public struct BegunSession: Sendable {
  /// Carries a session out, to be called once: takes the way to cancel it and who hears of it.
  public typealias Run =
    @Sendable (RunControl, @escaping @Sendable (CoachSignal) -> Void) async throws -> RunRecord

  /// The session's id.
  public let session: String
  /// Whether the same request has begun it before.
  public let isRepeat: Bool
  /// What is left to do; nil for a repeat, whose session is run by whoever began it, or has ended.
  public let run: Run?

  /// A session that was begun by the same request before.
  static func repeated(_ session: String) -> BegunSession {
    BegunSession(session: session, isRepeat: true, run: nil)
  }

  private init(session: String, isRepeat: Bool, run: Run?) {
    self.session = session
    self.isRepeat = isRepeat
    self.run = run
  }

  /// A session that waits to be run.
  init(_ prepared: PreparedRun) {
    self.init(session: prepared.session, isRepeat: false) { control, listener in
      try await prepared.run(control: control, listener: listener)
    }
  }
}
