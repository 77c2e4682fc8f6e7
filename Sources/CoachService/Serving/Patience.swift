import CoachCore

/// Waits for work only so long; the work itself goes on, for it is nobody's child here.
enum Patience {
  /// What the work gives; nil when it takes longer than `limit`.
  ///
  /// - Throws: what the work throws in time.
  static func value<Value: Sendable>(
    within limit: Duration, by clock: RunClock, of work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    let (answers, answer) = AsyncStream<Result<Value, any Error>?>.makeStream()
    Task {
      do {
        answer.yield(.success(try await work()))
      } catch {
        answer.yield(.failure(error))
      }
    }
    let timer = Task {
      if (try? await clock.sleep(limit)) != nil { answer.yield(nil) }
    }
    defer { timer.cancel() }
    for await first in answers { return try first?.get() }
    return nil
  }
}
