import CoachCore
import NIOCore
import Synchronization

/// One follower of a session: a bounded queue between the session that must never wait and the socket that may.
///
/// It has one consumer. A follower that falls behind is let go: the log has what it missed, and it comes back for it.
final class Subscription: Sendable {
  /// Why nothing more comes.
  enum Ending: Hashable, Sendable {
    /// The follower read more slowly than the session told.
    case overflow
    /// The stream has been open as long as a stream may be.
    case deadline
    /// The service stops.
    case shutdown
    /// The follower has gone.
    case gone
  }

  /// What the consumer is given next.
  enum Delivery: Sendable {
    /// All frames that wait, in order.
    case frames([EventFrame])
    /// Nothing was told for a while: the peer should see that the stream lives.
    case heartbeat
    /// Nobody here tells of this session: the log may have grown.
    case look
    case ended(Ending)
  }

  /// The most that may wait.
  struct Bounds: Hashable, Sendable {
    var frames = 256
    var bytes = 1 << 20
  }

  private struct State {
    var frames: [EventFrame] = []
    var bytes = 0
    var ending: Ending?
    var waiter: CheckedContinuation<Delivery, Never>?
    /// When the consumer was last given something, in nanoseconds.
    var lastDelivery: UInt64
  }

  let session: String
  let user: String
  private let bounds: Bounds
  private let openedAt: UInt64
  private let state: Mutex<State>

  /// - Parameter now: nanoseconds on a clock that never goes back.
  init(session: String, user: String, bounds: Bounds, now: UInt64) {
    self.session = session
    self.user = user
    self.bounds = bounds
    openedAt = now
    state = Mutex(State(lastDelivery: now))
  }

  /// What comes next, as soon as there is something.
  ///
  /// - Parameter now: reads the clock when a delivery is made.
  func next(now: UInt64) async -> Delivery {
    await withCheckedContinuation { continuation in
      let ready: Delivery? = state.withLock { state in
        if let delivery = Self.take(from: &state) {
          state.lastDelivery = now
          return delivery
        }
        state.waiter = continuation
        return nil
      }
      if let ready { continuation.resume(returning: ready) }
    }
  }

  /// Whether the consumer waits just now.
  var isAwaited: Bool { state.withLock { $0.waiter != nil } }

  /// Queues a frame; one too many ends the subscription.
  func offer(_ frame: EventFrame, now: UInt64) {
    wake(now) { state in
      guard state.ending == nil else { return nil }
      state.frames.append(frame)
      state.bytes += frame.bytes.readableBytes
      // A consumer that waits takes it at once, however large it is.
      if state.waiter == nil, state.frames.count > bounds.frames || state.bytes > bounds.bytes {
        state.frames = []
        state.bytes = 0
        state.ending = .overflow
      }
      return Self.take(from: &state, ifAwaited: true)
    }
  }

  /// Ends the subscription; what waits is given first.
  func end(_ ending: Ending, now: UInt64) {
    wake(now) { state in
      state.ending = state.ending ?? ending
      return Self.take(from: &state, ifAwaited: true)
    }
  }

  /// Lets time pass: an idle consumer hears that the stream lives, or that it should look for itself.
  ///
  /// - Parameter isTold: whether somebody in this process tells of the session.
  func tick(now: UInt64, pace: StreamPace, isTold: Bool) {
    if now >= openedAt, now - openedAt >= pace.longestStream { return end(.deadline, now: now) }
    wake(now) { state in
      guard state.waiter != nil, state.ending == nil else { return nil }
      if now >= state.lastDelivery, now - state.lastDelivery >= pace.heartbeat { return .heartbeat }
      return isTold ? nil : .look
    }
  }

  private func wake(_ now: UInt64, _ change: (inout State) -> Delivery?) {
    let resumed: (CheckedContinuation<Delivery, Never>, Delivery)? = state.withLock { state in
      guard let delivery = change(&state), let waiter = state.waiter else { return nil }
      state.waiter = nil
      // To look is not to hear: only what reaches the peer counts.
      if case .look = delivery {} else { state.lastDelivery = now }
      return (waiter, delivery)
    }
    if let (waiter, delivery) = resumed { waiter.resume(returning: delivery) }
  }

  private static func take(from state: inout State, ifAwaited: Bool = false) -> Delivery? {
    if ifAwaited, state.waiter == nil { return nil }
    if !state.frames.isEmpty {
      defer {
        state.frames = []
        state.bytes = 0
      }
      return .frames(state.frames)
    }
    return state.ending.map(Delivery.ended)
  }
}
