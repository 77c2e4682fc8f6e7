import Synchronization

/// What the curl thread and the reader of one answer share: the head to come and the buffered body.
final class CurlExchange: TransportBodySource {
  private typealias HeadContinuation = CheckedContinuation<Result<TransportResponse, TransportError>, Never>
  private typealias BodyContinuation = CheckedContinuation<Result<[UInt8]?, TransportError>, Never>

  private enum Head {
    case pending
    case awaited(HeadContinuation)
    case arrived(Result<TransportResponse, TransportError>)
    case handedOut
  }

  private struct State {
    var head = Head.pending
    var body: BodyBuffer
    var reader: BodyContinuation?
    var timings: TransportTimings?
  }

  let id: UInt64
  private let inbox: CurlInbox
  private let state: Mutex<State>

  init(id: UInt64, inbox: CurlInbox, bufferedBytes: Int) {
    self.id = id
    self.inbox = inbox
    state = Mutex(State(body: BodyBuffer(capacity: bufferedBytes)))
  }

  var timings: TransportTimings? { state.withLock { $0.timings } }

  // MARK: The reader's side

  /// Waits for the head; cancelling the task gives the exchange up.
  func response() async throws(TransportError) -> TransportResponse {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: HeadContinuation) in
        let arrived = state.withLock { state -> Result<TransportResponse, TransportError>? in
          guard case .arrived(let result) = state.head else {
            state.head = .awaited(continuation)
            return nil
          }
          state.head = .handedOut
          return result
        }
        if let arrived { continuation.resume(returning: arrived) }
      }
    } onCancel: {
      cancel()
    }
    return try result.get()
  }

  func next(isolation actor: isolated (any Actor)?) async throws(TransportError) -> [UInt8]? {
    if Task.isCancelled { cancel() }
    if let result = takeNow() { return try result.get() }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: BodyContinuation) in park(continuation) }
    } onCancel: {
      cancel()
    }
    return try result.get()
  }

  func cancel() {
    let error = TransportError(.cancelled, "The exchange was given up before its end.")
    if end({ $0.abandon(error) }, error) { inbox.post(.cancel(id)) }
  }

  private func takeNow() -> Result<[UInt8]?, TransportError>? {
    let taken = state.withLock { $0.body.take() }
    switch taken {
    case .bytes(let bytes, let isResuming):
      if isResuming { inbox.post(.resume(id)) }
      return .success(bytes)
    case .end(let error?): return .failure(error)
    case .end(nil): return .success(nil)
    case .nothing: return nil
    }
  }

  /// Leaves the continuation to the next bytes, or resumes it with what came in the meantime.
  private func park(_ continuation: BodyContinuation) {
    let isWaiting = state.withLock { state in
      guard !state.body.hasSomething else { return false }
      state.reader = continuation
      return true
    }
    if !isWaiting, let result = takeNow() { continuation.resume(returning: result) }
  }

  // MARK: The curl thread's side

  /// The head is complete.
  func deliver(_ response: TransportResponse) {
    resolve(.success(response))
  }

  /// Bytes of the body came: hands them to a waiting reader, else keeps them.
  func offer(_ bytes: UnsafeRawBufferPointer) -> BodyBuffer.Offer {
    let (offer, reader, direct) = state.withLock { state -> (BodyBuffer.Offer, BodyContinuation?, [UInt8]) in
      let offer = state.body.offer(bytes)
      guard offer == .taken, let reader = state.reader.take() else { return (offer, nil, []) }
      guard case .bytes(let taken, _) = state.body.take() else { return (offer, nil, []) }
      return (offer, reader, taken)
    }
    reader?.resume(returning: .success(direct))
    return offer
  }

  /// No more will come.
  func finish(_ error: TransportError?, timings: TransportTimings?) {
    state.withLock { $0.timings = timings }
    _ = end(
      { buffer in
        buffer.finish(error)
        return true
      }, error ?? TransportError(.closed, "The peer closed before the answer's head was complete."))
  }

  /// Ends the body, and what still waits for the head or for bytes; true when there was something to end.
  private func end(_ change: (inout BodyBuffer) -> Bool, _ error: TransportError) -> Bool {
    let (isChanged, reader) = state.withLock { state in
      (change(&state.body), state.reader.take())
    }
    resolve(.failure(error))
    if let reader {
      switch takeNow() {
      case let result?: reader.resume(returning: result)
      case nil: reader.resume(returning: .failure(error))
      }
    }
    return isChanged
  }

  /// The head's one result; later ones are dropped.
  private func resolve(_ result: Result<TransportResponse, TransportError>) {
    let waiter = state.withLock { state -> HeadContinuation? in
      switch state.head {
      case .pending:
        state.head = .arrived(result)
        return nil
      case .awaited(let continuation):
        state.head = .handedOut
        return continuation
      case .arrived, .handedOut: return nil
      }
    }
    waiter?.resume(returning: result)
  }
}
