import HTTPTransport
import Synchronization

/// A body whose connection can be cut from outside, as a network that fails cuts it.
///
/// `iterator` is touched by the one task that reads, as `TransportBodySource` promises; all else is a constant or
/// behind a mutex.
final class CuttableBody: TransportBodySource, @unchecked Sendable {
  private let body: TransportBody
  private var iterator: TransportBody.AsyncIterator
  private let isCut = Mutex(false)

  init(_ body: TransportBody) {
    self.body = body
    iterator = body.makeAsyncIterator()
  }

  /// Closes the connection; who reads is told that it was lost.
  func cut() {
    isCut.withLock { $0 = true }
    body.cancel()
  }

  func next(isolation actor: isolated (any Actor)?) async throws(TransportError) -> [UInt8]? {
    let bytes: [UInt8]?
    do throws(TransportError) {
      bytes = try await iterator.next(isolation: actor)
    } catch {
      throw isCut.withLock { $0 } ? Self.lost : error
    }
    // What was on the way when the connection was cut is lost with it.
    if isCut.withLock({ $0 }) { throw Self.lost }
    return bytes
  }

  func cancel() { body.cancel() }

  var timings: TransportTimings? { body.timings }

  private static var lost: TransportError {
    TransportError(.closed, "The connection was cut by the soak's own chaos.")
  }
}
