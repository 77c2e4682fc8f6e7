import Synchronization

/// Waits for a call only as long as somebody wants its answer.
///
/// A provider that never answers, and does not notice that it is cancelled, would otherwise hold the run for ever. The
/// call is cancelled too; what it brings after that is thrown away.
enum AbandonableCall {
  /// The call's value.
  ///
  /// - Throws: what the call throws, or `CancellationError` as soon as the waiting task is cancelled.
  static func value<Value: Sendable>(_ call: @escaping @Sendable () async throws -> Value) async throws
    -> Value
  {
    let answer = Answer<Value>()
    let task = Task { answer.give(await Result.catching(call)) }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { answer.wait($0) }
    } onCancel: {
      task.cancel()
      answer.give(.failure(CancellationError()))
    }
  }

  /// Hands the first result to the one who waits, whichever of the two comes first.
  private final class Answer<Value: Sendable>: Sendable {
    private enum State {
      case open
      case waiting(CheckedContinuation<Value, any Error>)
      case given(Result<Value, any Error>)
      case done
    }

    private let state = Mutex(State.open)

    func wait(_ continuation: CheckedContinuation<Value, any Error>) {
      let result: Result<Value, any Error>? = state.withLock { state in
        if case .given(let result) = state {
          state = .done
          return result
        }
        state = .waiting(continuation)
        return nil
      }
      if let result { continuation.resume(with: result) }
    }

    func give(_ result: Result<Value, any Error>) {
      let continuation: CheckedContinuation<Value, any Error>? = state.withLock { state in
        switch state {
        case .open:
          state = .given(result)
          return nil
        case .waiting(let continuation):
          state = .done
          return continuation
        case .given, .done: return nil
        }
      }
      continuation?.resume(with: result)
    }
  }
}

extension Result where Failure == any Error, Success: Sendable {
  /// What a throwing function gave.
  fileprivate static func catching(_ body: () async throws -> Success) async -> Result {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
