import CoachCore
import Foundation
import Synchronization

/// A clock that stands still until it is told to go on.
final class AuthClock: Sendable {
  static let start = 1_786_665_600

  private let elapsed = Mutex(0.0)

  var clock: RunClock {
    RunClock(
      now: { Date(timeIntervalSince1970: Double(Self.start) + self.seconds) },
      nanoseconds: { UInt64((1_000 + self.seconds) * 1_000_000_000) })
  }

  var seconds: Double { elapsed.withLock { $0 } }

  func advance(_ seconds: Double) { elapsed.withLock { $0 += seconds } }

  func set(_ seconds: Double) { elapsed.withLock { $0 = seconds } }
}
