import Synchronization

/// The body of an answer: pieces of bytes in the order and size they came, for one reader.
///
/// Only a bounded number of bytes is held: who does not read makes the peer wait. The iteration owns the
/// connection: when it is dropped or its task cancelled before the end, the connection is closed; so it is when
/// the body is dropped without being read.
public struct TransportBody: AsyncSequence, Sendable {
  /// A piece of the body, never empty.
  public typealias Element = [UInt8]
  /// What reading fails with.
  public typealias Failure = TransportError

  private let lease: Lease
  private let defaultLimit: Int

  /// Creates a body over a source.
  ///
  /// - Parameter limit: the most bytes ``collect(upTo:)`` takes when it is not told.
  public init(source: any TransportBodySource, limit: Int = TransportLimits().bodyBytes) {
    lease = Lease(source)
    defaultLimit = limit
  }

  /// Creates a body of bytes that are there already.
  public init(_ chunks: [[UInt8]] = [], limit: Int = TransportLimits().bodyBytes) {
    self.init(source: StoredBody(chunks), limit: limit)
  }

  /// The timings of the whole exchange, once the body has ended.
  public var timings: TransportTimings? { lease.source.timings }

  /// Gives the body up: the connection is closed, and who reads is told so; after the end it does nothing.
  public func cancel() { lease.source.cancel() }

  /// All bytes together.
  ///
  /// - Parameter limit: the most bytes to take; by default the request's ``TransportLimits/bodyBytes``.
  /// - Throws: ``TransportError/Code/tooLarge`` when there are more, after which the connection is closed.
  public func collect(upTo limit: Int? = nil) async throws(TransportError) -> [UInt8] {
    let limit = limit ?? defaultLimit
    var bytes: [UInt8] = []
    var iterator = makeAsyncIterator()
    while let chunk = try await iterator.next(isolation: #isolation) {
      guard bytes.count + chunk.count <= limit else {
        throw TransportError(.tooLarge, "The body has more than the \(limit) bytes allowed.")
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    return bytes
  }

  /// The one iteration; a second one throws at its first step.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(lease: lease.take())
  }

  /// Reads a body.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let lease: Lease?

    /// The next bytes, or nil at the end.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(TransportError) -> [UInt8]? {
      guard let lease else {
        throw TransportError(.invalidRequest, "A body can be read once; keep the bytes of the first reading.")
      }
      return try await lease.source.next(isolation: actor)
    }
  }

  /// Closes the source when its last holder is gone; the body's own passes its duty on to the iteration's.
  fileprivate final class Lease: Sendable {
    let source: any TransportBodySource
    private let isTaken: Mutex<Bool>

    init(_ source: any TransportBodySource) {
      self.source = source
      isTaken = Mutex(false)
    }

    func take() -> Lease? {
      let isFirst = isTaken.withLock { taken in
        defer { taken = true }
        return !taken
      }
      return isFirst ? Lease(source) : nil
    }

    deinit {
      if !isTaken.withLock({ $0 }) { source.cancel() }
    }
  }
}
