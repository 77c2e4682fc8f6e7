import Synchronization

/// A body whose bytes are there already.
final class StoredBody: TransportBodySource {
  private let rest: Mutex<ArraySlice<[UInt8]>>

  init(_ chunks: [[UInt8]]) {
    rest = Mutex(chunks.filter { !$0.isEmpty }[...])
  }

  func next(isolation actor: isolated (any Actor)?) async throws(TransportError) -> [UInt8]? {
    rest.withLock { $0.popFirst() }
  }

  func cancel() {
    rest.withLock { $0 = [] }
  }

  var timings: TransportTimings? {
    rest.withLock { $0.isEmpty } ? TransportTimings() : nil
  }
}
