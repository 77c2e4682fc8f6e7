import CoachClient
import HTTPTransport
import Synchronization

/// Opens the sessions of a plan by the clock and waits for the last.
struct SoakLoad: Sendable {
  let suite: SoakSuite
  let plan: SoakPlan
  /// Where the façade is.
  let url: String
  let transport: CurlTransport
  let clock: ClientClock
  private let count = Count()

  /// Sessions that have begun and not ended.
  private final class Count: Sendable {
    let underWay = Atomic<Int>(0)
    let transports = Mutex<[Int: WatchedTransport]>([:])
  }

  init(
    _ suite: SoakSuite, plan: SoakPlan, url: String, transport: CurlTransport,
    clock: ClientClock = .continuous()
  ) {
    self.suite = suite
    self.plan = plan
    self.url = url
    self.transport = transport
    self.clock = clock
  }

  var underWay: Int { count.underWay.load(ordering: .relaxed) }

  /// Cuts the connections of all streams that are open.
  func cutStreams() {
    for transport in count.transports.withLock({ Array($0.values) }) { transport.cut() }
  }

  /// Signs in everybody whose sessions these are.
  ///
  /// - Returns: the token of each session, in the order of the plan.
  /// - Throws: `SoakError` with code `sign_in_failed`.
  func signIn() async throws -> [String] {
    var tokens: [Int: String] = [:]
    let (members, url, transport) = (suite.members, url, transport)
    var known: Set<Int> = []
    let firsts = plan.sessions.filter { known.insert($0.user).inserted }
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, session) in firsts.enumerated() {
        if index >= Self.signInsAtOnce, let (user, token) = try await group.next() { tokens[user] = token }
        group.addTask {
          do {
            let user = members[session.place].user
            return (
              session.user,
              try await CoachClient.signIn(user: user, baseURL: url, transport: transport).accessToken
            )
          } catch {
            throw SoakError(
              .signInFailed, "\(url) signs nobody in (\(error)); serve it with --fixtures", cause: error)
          }
        }
      }
      for try await (user, token) in group { tokens[user] = token }
    }
    return plan.sessions.map { tokens[$0.user] ?? "" }
  }

  private static let signInsAtOnce = 16

  /// Lives through all sessions; those that had not begun when `isStopped` became true are left out.
  ///
  /// - Parameter origin: the moment the ramp of their round begins, in nanoseconds of the clock.
  func run(
    tokens: [String], origin: UInt64, isStopped: @escaping @Sendable () -> Bool
  ) async -> [SessionLog] {
    await withTaskGroup(of: SessionLog?.self) { group in
      for (session, token) in zip(plan.sessions, tokens) {
        let due = origin + UInt64(clamping: session.start.wholeNanoseconds)
        group.addTask {
          await sleep(until: due, unless: isStopped)
          return isStopped() ? nil : await open(session, token: token, due: due)
        }
      }
      return await group.reduce(into: []) { logs, log in if let log { logs.append(log) } }
        .sorted { $0.plan.number < $1.plan.number }
    }
  }

  /// Sleeps in parts, so that a soak that is interrupted does not wait for sessions far off.
  private func sleep(until due: UInt64, unless isStopped: @Sendable () -> Bool) async {
    while !isStopped() {
      let wait = Int64(clamping: due) - Int64(clamping: clock.nanoseconds())
      guard wait > 0 else { return }
      try? await clock.sleep(.nanoseconds(min(wait, 500_000_000)))
    }
  }

  private func open(_ session: PlannedSession, token: String, due: UInt64) async -> SessionLog {
    count.underWay.add(1, ordering: .relaxed)
    defer { count.underWay.subtract(1, ordering: .relaxed) }
    let watched = WatchedTransport(transport, now: clock.nanoseconds)
    count.transports.withLock { $0[session.number] = watched }
    defer { count.transports.withLock { $0[session.number] = nil } }
    return await SessionClient(
      session, of: suite.members[session.place], signedInBy: token, at: url, transport: watched, clock: clock,
      settings: suite.settings, due: due
    ).run()
  }
}

extension Duration {
  /// Nanoseconds, without the part below.
  var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
