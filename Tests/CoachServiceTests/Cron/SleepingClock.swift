import CoachCore
import Foundation
import Synchronization

/// A clock that stands still while its sleepers sleep, until a test moves it; its wall time can jump away from the rest.
final class SleepingClock: Sendable {
  private struct Sleeper {
    let deadline: Double
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var elapsed = 0.0
    var wall: Double
    var lastID = 0
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    mutating func takeWatchers() -> [CheckedContinuation<Void, Never>] {
      let ready = watchers.filter { $0.count <= sleepers.count }
      watchers.removeAll { $0.count <= sleepers.count }
      return ready.map(\.continuation)
    }
  }

  private let state: Mutex<State>

  init(_ start: Date) { state = Mutex(State(wall: start.timeIntervalSince1970)) }

  var now: Date { state.withLock { Date(timeIntervalSince1970: $0.wall) } }

  var clock: RunClock {
    RunClock(
      now: { self.now }, nanoseconds: { UInt64(self.state.withLock { $0.elapsed } * 1e9) },
      sleep: { try await self.sleep($0 / .seconds(1)) })
  }

  /// Waits until so many sleep.
  func untilAsleep(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state in
        state.watchers.append((count, continuation))
        return state.takeWatchers()
      }
      for watcher in ready { watcher.resume() }
    }
  }

  /// Lets time pass, and wakes whose time has come.
  func advance(_ seconds: Double) {
    let woken = state.withLock { state in
      state.elapsed += seconds
      state.wall += seconds
      let woken = state.sleepers.filter { $0.value.deadline <= state.elapsed }
      for id in woken.keys { state.sleepers[id] = nil }
      return woken.values.map(\.continuation)
    }
    for sleeper in woken { sleeper.resume() }
  }

  /// Sets the wall time alone, as an operator or a time server does.
  func jump(to date: Date) { state.withLock { $0.wall = date.timeIntervalSince1970 } }

  private func sleep(_ seconds: Double) async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (isCancelled, ready) = state.withLock { state in
          if state.cancelled.contains(id) { return (true, [CheckedContinuation<Void, Never>]()) }
          state.sleepers[id] = Sleeper(deadline: state.elapsed + seconds, continuation: continuation)
          return (false, state.takeWatchers())
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
        for watcher in ready { watcher.resume() }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        state.cancelled.insert(id)
        return state.sleepers.removeValue(forKey: id)
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }
}
