/// When the steps of an exchange were done, each counted from its start.
///
/// On a reused connection the first three are zero.
public struct TransportTimings: Sendable, Hashable {
  /// The name was resolved.
  public var nameLookup: Duration
  /// The connection was there.
  public var connect: Duration
  /// TLS was agreed; zero without TLS.
  public var tls: Duration
  /// The first byte of the answer came.
  public var firstByte: Duration
  /// All that had come when this was noted: the head in ``TransportResponse/timings``, the end in
  /// ``TransportBody/timings``.
  public var total: Duration
  /// Whether the connection came from the pool.
  public var isReused: Bool

  /// Creates timings.
  public init(
    nameLookup: Duration = .zero, connect: Duration = .zero, tls: Duration = .zero,
    firstByte: Duration = .zero, total: Duration = .zero, isReused: Bool = false
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
    self.isReused = isReused
  }
}
