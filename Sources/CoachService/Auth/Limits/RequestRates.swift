public import CoachCore
import Synchronization

/// How often each user and each address may ask, in bounded memory.
///
/// A bucket that was forgotten is full again. Users have buckets of their own, so that many addresses cannot push theirs
/// out.
public final class RequestRates: Sendable {
  private struct State {
    var users: RecentValues<UInt64>
    var addresses: RecentValues<UInt64>
  }

  private let state: Mutex<State>
  private let perUser: RateLimit
  private let perAddress: RateLimit
  private let clock: RunClock

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - capacity: how many users and how many addresses are remembered.
  ///   - clock: its monotonic reading is used.
  public init(perUser: RateLimit, perAddress: RateLimit, capacity: Int = 10_000, clock: RunClock) {
    state = Mutex(
      State(users: RecentValues(capacity: capacity), addresses: RecentValues(capacity: capacity)))
    self.perUser = perUser
    self.perAddress = perAddress
    self.clock = clock
  }

  /// Admits a request, which costs a token of its user and one of its address, or neither.
  ///
  /// - Parameters:
  ///   - user: nil before anybody is known.
  ///   - address: of the client; an IPv6 address counts by its /64.
  /// - Returns: nil when it is admitted, else the seconds to give in `Retry-After`, 1 or more.
  public func admit(user: String?, address: String) -> Int? {
    let address = ClientAddress.key(address)
    let now = clock.nanoseconds()
    return state.withLock { state in
      let byUser = user.map { perUser.take(full: state.users.peek($0), at: now) }
      let byAddress = perAddress.take(full: state.addresses.peek(address), at: now)
      let wait = max(byUser?.wait ?? 0, byAddress.wait)
      guard wait == 0 else { return Int((wait - 1) / 1_000_000_000) + 1 }
      if let user, let byUser { state.users.set(user, byUser.full) }
      state.addresses.set(address, byAddress.full)
      return nil
    }
  }

  /// How many users and addresses are remembered.
  var remembered: Int { state.withLock { $0.users.count + $0.addresses.count } }
}
