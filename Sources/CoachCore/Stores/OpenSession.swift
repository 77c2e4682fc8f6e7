/// A session that has begun and not ended.
public struct OpenSession: Hashable, Sendable {
  /// The session's id.
  public let session: String
  /// The investor it belongs to.
  public let user: String
  /// Why the coach ran.
  public let trigger: CoachRequest.Trigger

  /// Names a session.
  public init(session: String, user: String, trigger: CoachRequest.Trigger) {
    self.session = session
    self.user = user
    self.trigger = trigger
  }
}
