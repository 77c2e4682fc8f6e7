/// How large the parts of an event stream may get.
public struct EventStreamLimits: Sendable, Hashable {
  /// The most bytes of one line without its end.
  public var lineBytes: Int
  /// The most bytes of one event's data.
  public var eventBytes: Int

  /// Creates limits.
  public init(lineBytes: Int = 1 << 20, eventBytes: Int = 4 << 20) {
    self.lineBytes = lineBytes
    self.eventBytes = eventBytes
  }
}
