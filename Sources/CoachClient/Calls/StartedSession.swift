/// A session the façade has started, or had for this idempotency key.
public struct StartedSession: Sendable, Hashable {
  /// Its id.
  public let session: String
  /// Where its events are, as the façade gave it: absolute or below its host.
  public let streamURL: String
  /// Whether it was there before this call.
  public let isRepeat: Bool
}
