/// Where the bytes of a ``TransportBody`` come from: a connection, or a recording.
///
/// One task reads at a time; `cancel` may come from any.
public protocol TransportBodySource: AnyObject, Sendable {
  /// The next bytes (never an empty array), or nil at the end of a complete body.
  func next(isolation actor: isolated (any Actor)?) async throws(TransportError) -> [UInt8]?

  /// Gives the rest up and closes what it came from; after the end it does nothing.
  func cancel()

  /// The timings of the whole exchange, once it has ended.
  var timings: TransportTimings? { get }
}
