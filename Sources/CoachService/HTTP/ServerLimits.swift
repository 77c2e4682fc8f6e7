/// What a server takes from its peers before it closes their connection or refuses their request.
public struct ServerLimits: Hashable, Sendable {
  /// The most bytes all header fields of a request may have.
  public var headerBytes = 16 * 1024
  /// The most header fields.
  public var headerCount = 64
  /// The most bytes of a body.
  public var bodyBytes = 64 * 1024
  /// The most connections at once; further ones wait to be accepted.
  public var connections = 8_192
  /// How long a connection may take to send a request's head, from its opening or the end of the answer before.
  public var headTime = Duration.seconds(30)
  /// How long the body of a request may take.
  public var bodyTime = Duration.seconds(30)
  /// How long a peer may leave what was written to it unread.
  public var writeTime = Duration.seconds(30)
  /// How long a stream may be open; its client comes back for the rest.
  public var streamTime = Duration.seconds(600)

  /// The limits of a server on an open network.
  public init() {}
}
