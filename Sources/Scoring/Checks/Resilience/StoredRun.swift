public import JSONKit

/// What a store holds of a session once it has ended.
public struct StoredRun: Sendable {
  /// The session's events, in order.
  public var events: [JSONValue]
  /// The session's artifacts, in any order.
  public var artifacts: [JSONValue]

  /// States what a store holds.
  public init(events: [JSONValue], artifacts: [JSONValue]) {
    self.events = events
    self.artifacts = artifacts
  }
}
