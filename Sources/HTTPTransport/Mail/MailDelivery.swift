import Synchronization

/// What the curl thread and the sender of one mail share: the outcome to come.
final class MailDelivery: Sendable {
  private typealias Waiter = CheckedContinuation<Result<Void, TransportError>, Never>

  private enum State {
    case pending
    case awaited(Waiter)
    case ended(Result<Void, TransportError>)
  }

  let id: UInt64
  private let inbox: CurlInbox
  private let state = Mutex(State.pending)

  init(id: UInt64, inbox: CurlInbox) {
    self.id = id
    self.inbox = inbox
  }

  /// Waits for the outcome; cancelling the task closes the connection.
  func outcome() async throws(TransportError) {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: Waiter) in
        let ended = state.withLock { state -> Result<Void, TransportError>? in
          if case .ended(let result) = state { return result }
          state = .awaited(continuation)
          return nil
        }
        if let ended { continuation.resume(returning: ended) }
      }
    } onCancel: {
      finish(.failure(TransportError(.cancelled, "The delivery was given up; the mail may have been taken.")))
      inbox.post(.cancel(id))
    }
    try result.get()
  }

  /// The outcome; later ones are dropped.
  func finish(_ result: Result<Void, TransportError>) {
    let waiter = state.withLock { state -> Waiter? in
      switch state {
      case .ended: return nil
      case .pending:
        state = .ended(result)
        return nil
      case .awaited(let continuation):
        state = .ended(result)
        return continuation
      }
    }
    waiter?.resume(returning: result)
  }
}
