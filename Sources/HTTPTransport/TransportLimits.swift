/// How long each phase of a request may last and how much may come back.
public struct TransportLimits: Sendable, Hashable {
  /// For resolving the name, connecting, TLS and waiting for a free place in the pool.
  public var connect: Duration

  /// From the connection to the end of the answer's head.
  public var head: Duration

  /// Between two pieces of the body, nil for none; time in which the consumer did not read is not counted.
  public var idle: Duration?

  /// For the whole exchange; nil for none, as an event stream needs.
  public var whole: Duration?

  /// The most bytes a head may have, all its lines together.
  public var headBytes: Int

  /// The most bytes of a body ``TransportBody/collect(upTo:)`` takes when it is not told.
  public var bodyBytes: Int

  /// Creates limits; the defaults suit a short exchange between services.
  public init(
    connect: Duration = .seconds(10), head: Duration = .seconds(30), idle: Duration? = .seconds(60),
    whole: Duration? = nil, headBytes: Int = 64 << 10, bodyBytes: Int = 8 << 20
  ) {
    self.connect = connect
    self.head = head
    self.idle = idle
    self.whole = whole
    self.headBytes = headBytes
    self.bodyBytes = bodyBytes
  }
}
