import CoachCore
import Logging
import ServiceLifecycle

/// Removes from a key-value store what nobody can read any more: tickets, used tokens, idempotency keys, leases.
///
/// It works in short steps, and never for long at a time: what is left is for the next minute.
struct ExpirySweep: Service {
  static let interval = Duration.seconds(60)
  /// The most values of one step: a moment for the store.
  static let step = 200
  /// The most steps a minute: 10,000 values, more than a minute's rates let in.
  static let steps = 50

  let values: any KVStore
  let clock: RunClock
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while (try? await clock.sleep(Self.interval)) != nil { await sweep() }
    }
  }

  /// Does one minute's work.
  ///
  /// A store that fails is tried again in the next minute.
  func sweep() async {
    do {
      for _ in 0..<Self.steps where !Task.isCancelled {
        let count = try await values.removeExpired(at: clock.timestamp(), limit: Self.step)
        guard count == Self.step else { return }
      }
    } catch {
      logger.warning("expired values stay", metadata: ["code": "\(error.code)"])
    }
  }
}
