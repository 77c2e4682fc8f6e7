import CoachClient
import JSONKit

/// One user of a soak: opens a session as planned, behaves as planned, and keeps all it sees.
actor SessionClient {
  private let client: CoachClient
  private let watched: WatchedTransport
  private let clock: ClientClock
  private let policy: ReconnectPolicy
  private let body: JSONObject
  private let settings: SoakSettings
  private var log: SessionLog
  /// Connections of iterations that are over.
  private var connections = 0

  /// - Parameter due: when the session was to begin, in nanoseconds of the clock.
  init(
    _ plan: PlannedSession, of member: SoakSuite.Member, signedInBy token: String, at url: String,
    transport: WatchedTransport, clock: ClientClock, settings: SoakSettings, due: UInt64
  ) {
    policy = ReconnectPolicy(base: .milliseconds(200), maximum: .seconds(5), attempts: 30)
    client = CoachClient(
      baseURL: url, credential: .bearer(token), transport: transport, policy: policy, clock: clock)
    watched = transport
    self.clock = clock
    self.settings = settings
    body = Self.body(plan, member, settings)
    log = SessionLog(plan: plan)
    log.due = due
  }

  /// The case's own request, under the cap it must run out of where that is the plan.
  static func body(_ plan: PlannedSession, _ member: SoakSuite.Member, _ settings: SoakSettings) -> JSONObject
  {
    guard plan.behaviour == .exhaust else { return member.body }
    var (body, options) = (member.body, member.body["options"]?.object ?? [:])
    options["budget"] = ["tokens": .number(JSONNumber(settings.exhaustTokens))]
    body["options"] = .object(options)
    return body
  }

  /// Lives through the session and returns what it saw, also when it broke off.
  func run() async -> SessionLog {
    log.begun = clock.nanoseconds()
    do {
      try await Deadline.run(settings.timeout) { try await self.live() }
    } catch is Deadline.Passed {
      log.failure = "the session did not end within \(settings.timeout)"
    } catch {
      log.failure = "\(error)"
    }
    log.ended = clock.nanoseconds()
    let seen = watched.seen
    (log.headers, log.openings, log.refusals) = (seen.firstHead, seen.openings, seen.refusals)
    return log
  }

  private func live() async throws {
    let session = try await start()
    log.session = session
    log.answered = clock.nanoseconds()
    switch log.plan.behaviour {
    case .plain, .duplicate, .exhaust: try await follow(session)
    case .slow: try await follow(session, rest: settings.rest)
    case .drop:
      try await follow(session, leavingAfter: log.plan.dropAfter)
      guard log.events.last?.isTerminal != true else { return }
      // A little before where it was: what comes twice has to be the same.
      try await follow(session, after: max(0, (log.events.last?.seq ?? 0) - Self.overlap))
    case .cancel:
      let client = client
      try await persistently { () async throws(CoachClientError) in try await client.cancel(session: session)
      }
      log.cancelled = clock.nanoseconds()
      try await follow(session)
    }
  }

  /// How many events a client that comes back asks for again.
  private static let overlap = 2

  private func start() async throws -> String {
    let (client, body, key) = (client, body, log.plan.idempotencyKey)
    @Sendable func send() async throws -> StartedSession {
      try await persistently { () async throws(CoachClientError) in
        try await client.start(body, idempotencyKey: key)
      }
    }
    guard log.plan.behaviour == .duplicate else { return try await send().session }
    async let first = send()
    async let second = send()
    let answers = try await [first, second]
    log.twins = SessionLog.Twins(
      sessions: answers.map(\.session), repeats: answers.count { $0.isRepeat })
    return answers[0].session
  }

  /// Reads a stream into the log, to its end or until so many events have come in all.
  private func follow(
    _ session: String, after: Int = 0, rest: Duration? = nil, leavingAfter limit: Int = .max
  ) async throws {
    let earlier = connections
    var events = client.events(session: session, after: after).makeAsyncIterator()
    while log.events.count < limit, let event = try await events.next(isolation: #isolation) {
      connections = max(connections, earlier + event.connection + 1)
      log.events.append(
        ReceivedLine(
          seq: event.seq, type: event.type, data: event.data, at: event.receivedNanoseconds,
          connection: earlier + event.connection))
      if let rest { try await clock.sleep(rest) }
    }
  }

  /// Sends a call again while the service is away or busy, as its answers ask for.
  private func persistently<Answer: Sendable>(
    _ call: @Sendable () async throws(CoachClientError) -> Answer
  ) async throws -> Answer {
    for attempt in 0... {
      do {
        return try await call()
      } catch {
        let isPassing = [.unavailable, .rateLimited, .transport].contains(error.code)
        guard isPassing, attempt < Self.mostTries else { throw error }
        log.callsRepeated += 1
        try await clock.sleep(policy.delay(attempt: attempt, serverRetry: nil, retryAfter: nil))
      }
    }
    throw CancellationError()
  }

  private static let mostTries = 30
}
