import Foundation
import Synchronization

@testable import CoachCore

/// A clock that stands still until it is told to go on; who sleeps by it sleeps until then.
final class ManualClock: Sendable {
  private struct Sleeper {
    let until: Duration
    let wake: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Duration.zero
    var sleepers: [Int: Sleeper] = [:]
    var gone: Set<Int> = []
    var next = 0
  }

  private let state = Mutex(State())

  /// The clock as a run reads it.
  var clock: RunClock {
    RunClock(
      now: { Date(timeIntervalSince1970: 1_786_665_600 + self.elapsed / .seconds(1)) },
      nanoseconds: { UInt64(self.elapsed / .nanoseconds(1)) }, sleep: { try await self.sleep($0) })
  }

  /// How far it has gone.
  var elapsed: Duration { state.withLock(\.now) }

  /// Goes on, and wakes those whose time has come.
  func advance(by duration: Duration) {
    let awake = state.withLock { state in
      state.now += duration
      let due = state.sleepers.filter { $0.value.until <= state.now }.keys.sorted()
      return due.compactMap { state.sleepers.removeValue(forKey: $0) }
    }
    for sleeper in awake { sleeper.wake.resume() }
  }

  /// Waits until somebody has exactly so long to sleep.
  func untilSomebodySleeps(_ duration: Duration) async {
    while !state.withLock({ state in state.sleepers.values.contains { $0.until - state.now == duration } }) {
      if Task.isCancelled { return }
      await Task.yield()
    }
  }

  private func sleep(_ duration: Duration) async throws {
    guard duration > .zero else { return try Task.checkCancellation() }
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wake in
        let isGone = state.withLock { state in
          if state.gone.remove(id) != nil { return true }
          state.sleepers[id] = Sleeper(until: state.now + duration, wake: wake)
          return false
        }
        if isGone { wake.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let sleeper = state.sleepers.removeValue(forKey: id)
        if sleeper == nil { state.gone.insert(id) }
        return sleeper
      }
      sleeper?.wake.resume(throwing: CancellationError())
    }
  }
}
