import Synchronization

/// The streams a façade passes on just now, so that they can be ended when it stops.
final class PassedStreams: Sendable {
  private struct State {
    var endings: [Int: @Sendable () -> Void] = [:]
    var next = 0
    var isStopping = false
  }

  private let state = Mutex(State())

  /// Notes a stream.
  ///
  /// - Parameter end: breaks it off.
  /// - Returns: what to give to ``remove(_:)``.
  /// - Throws: `Problem` with status 503 when the service stops.
  func add(_ end: @escaping @Sendable () -> Void) throws -> Int {
    try state.withLock { state throws(Problem) in
      guard !state.isStopping else { throw .stopping }
      state.next += 1
      state.endings[state.next] = end
      return state.next
    }
  }

  /// Forgets a stream that has ended.
  func remove(_ number: Int) {
    state.withLock { _ = $0.endings.removeValue(forKey: number) }
  }

  /// How many are passed on just now.
  var count: Int { state.withLock { $0.endings.count } }

  /// Whether the service stops.
  var isStopping: Bool { state.withLock(\.isStopping) }

  /// Breaks all streams off and takes no more.
  func stop() {
    let endings = state.withLock { state in
      state.isStopping = true
      defer { state.endings = [:] }
      return state.endings
    }
    for end in endings.values { end() }
  }
}
