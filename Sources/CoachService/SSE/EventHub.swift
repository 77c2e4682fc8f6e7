package import CoachCore
import HTTPTypes
import Synchronization

/// Passes what sessions tell to those who follow them.
///
/// It keeps nothing: who comes late reads the log. A session nobody follows costs a look into a table.
package final class EventHub: Sendable {
  /// How many may follow.
  struct Limits: Hashable, Sendable {
    var perSession = 8
    var perUser = 32
    var queue = Subscription.Bounds()
  }

  private struct State {
    var followers: [String: [Subscription]] = [:]
    var streamsOfUser: [String: Int] = [:]
    var told: Set<String> = []
    var isStopping = false
  }

  private let limits: Limits
  private let pace: StreamPace
  private let clock: RunClock
  private let state = Mutex(State())

  init(limits: Limits = Limits(), pace: StreamPace = StreamPace(), clock: RunClock) {
    self.limits = limits
    self.pace = pace
    self.clock = clock
  }

  // MARK: Those who tell

  /// From now on this process tells of the session.
  package func open(_ session: String) {
    state.withLock { _ = $0.told.insert(session) }
  }

  /// This process has no more to tell of the session.
  package func close(_ session: String) {
    state.withLock { _ = $0.told.remove(session) }
  }

  /// Tells of a session; never waits for those who listen.
  package func publish(_ signal: CoachSignal) {
    let session =
      switch signal {
      case .event(let event): event.session
      case .text(let delta): delta.session
      }
    let followers = state.withLock { $0.followers[session] ?? [] }
    guard !followers.isEmpty, let frame = Self.frame(of: signal) else { return }
    let now = clock.nanoseconds()
    for follower in followers { follower.offer(frame, now: now) }
  }

  private static func frame(of signal: CoachSignal) -> EventFrame? {
    switch signal {
    case .event(let event): EventFrame(event)
    case .text(let delta): try? EventFrame(delta)
    }
  }

  // MARK: Those who listen

  /// Begins to follow a session.
  ///
  /// - Throws: `Problem` with status 429 for one follower too many, 503 when the service stops.
  func subscribe(to session: String, as user: String) throws -> Subscription {
    let subscription = Subscription(
      session: session, user: user, bounds: limits.queue, now: clock.nanoseconds())
    try state.withLock { state throws(Problem) in
      guard !state.isStopping else {
        throw .stopping
      }
      guard state.followers[session, default: []].count < limits.perSession,
        state.streamsOfUser[user, default: 0] < limits.perUser
      else {
        throw Problem(
          .tooManyRequests, "too_many_streams", "close a stream before you open another",
          headers: [.retryAfter: "1"])
      }
      state.followers[session, default: []].append(subscription)
      state.streamsOfUser[user, default: 0] += 1
    }
    return subscription
  }

  /// Follows no more; a second time changes nothing.
  func unsubscribe(_ subscription: Subscription) {
    state.withLock { state in
      guard var followers = state.followers[subscription.session],
        let place = followers.firstIndex(where: { $0 === subscription })
      else { return }
      followers.remove(at: place)
      state.followers[subscription.session] = followers.isEmpty ? nil : followers
      let left = state.streamsOfUser[subscription.user, default: 1] - 1
      state.streamsOfUser[subscription.user] = left > 0 ? left : nil
    }
    subscription.end(.gone, now: clock.nanoseconds())
  }

  /// How many follow, over all sessions.
  var count: Int { state.withLock { $0.streamsOfUser.values.reduce(0, +) } }

  // MARK: Time

  /// Lets time pass for all streams until the task is cancelled.
  func keepTime() async {
    while (try? await clock.sleep(pace.tick)) != nil { tick() }
  }

  func tick() {
    let now = clock.nanoseconds()
    let (followers, told) = state.withLock { ($0.followers, $0.told) }
    for (session, subscriptions) in followers {
      let isTold = told.contains(session)
      for subscription in subscriptions { subscription.tick(now: now, pace: pace, isTold: isTold) }
    }
  }

  /// Ends all streams in a way their followers come back from, and takes no more.
  func stop() {
    let followers = state.withLock { state in
      state.isStopping = true
      return state.followers.values.flatMap(\.self)
    }
    let now = clock.nanoseconds()
    for follower in followers { follower.end(.shutdown, now: now) }
  }
}
