import CoachCore
import CoachService
import Finance
import Foundation
import Logging
import Metrics
import ServiceLifecycle
import UnixSignals

/// The service's own engine server over a store on disk, with scripted sessions in the place of the coach's.
struct ScriptedEngine {
  private let folder: URL
  private let users: [String]
  private let events: Int
  private let bytes: Int
  /// How far apart a session's events are; nothing for sessions that have ended before anybody follows them.
  private let pace: Duration

  init(_ options: Options) throws {
    folder = URL(filePath: try options.text("folder"), directoryHint: .isDirectory)
    let count = try options.number("sessions", in: 2...100_000)
    users = (0..<count).compactMap { FixtureSubject(user: "u02", tenant: UInt64($0))?.uuid }
    events = try options.number("events", in: 1...1_000_000)
    bytes = try options.number("bytes", in: 40...1_000_000)
    pace = .milliseconds(try options.number("pace", in: 0...60_000))
  }

  /// Serves until it is told to stop; live sessions begin with a line on standard input.
  func run() async throws {
    let secrets = try RunSecrets.make(in: folder)
    let store = try SQLiteCoachStore.owning(path: folder.appending(path: "coach.sqlite").path)
    let registry = PrometheusRegistry()
    MetricsSystem.bootstrap(registry)
    let server = try EngineServer(
      try parts(store, secrets), host: "127.0.0.1", port: 0, limits: ServerLimits(),
      metrics: { registry.text() }, logger: Self.logger)
    let sessions = try await scripted(store, secrets, server)
    // Without the first, which would take up the script's sessions and let the coach think about them.
    var services = Array(server.services { Streams.tell("listening \($0)") }.dropFirst())
    if pace > .zero { services.append(SessionScript(sessions: sessions, hub: server.hub, pace: pace)) }
    try await ServiceGroup(
      configuration: .init(
        services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm],
        logger: Self.logger)
    ).run()
  }

  /// Begins the sessions, and writes for each line of its followers: session, engine's token, user's token.
  private func scripted(
    _ store: SQLiteCoachStore, _ secrets: RunSecrets, _ server: EngineServer
  ) async throws -> ScriptedSessions {
    let sessions = try await ScriptedSessions(users: users, store: store, events: events, bytes: bytes)
    if pace == .zero { try await sessions.writeAll() }
    var lines = ""
    for (place, session) in sessions.sessions.enumerated() {
      let token = try secrets.signer.token(for: session.owner.user)
      let (_, access) = try secrets.signIn.signIn(user: "u02", tenant: UInt64(place))
      lines += "\(session.id) \(token) \(access)\n"
    }
    try Data(lines.utf8).write(to: folder.appending(path: "targets"))
    return sessions
  }

  private func parts(_ store: SQLiteCoachStore, _ secrets: RunSecrets) throws -> EngineParts {
    let engine = try CoachEngine.Configuration(
      prompts: try PromptLibrary(directory: URL(filePath: "prompts")), market: MarketData(schemes: .none),
      logger: Self.logger)
    let outbox = OutboxDrain(store, to: folder.appending(path: "outbox.jsonl"), clock: .system)
    return EngineParts(
      engine: engine, store: store, portfolios: NoPortfolios(),
      keys: VerificationKeys(secrets.signer.published()), issuer: RunSecrets.issuer,
      outbox: OutboxFile(outbox))
  }

  static let logger = {
    var logger = Logger(label: "benchmark") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return logger
  }()
}

/// The script of live sessions over the life of the process.
private struct SessionScript: Service {
  let sessions: ScriptedSessions
  let hub: EventHub
  let pace: Duration

  func run() async throws {
    for session in sessions.sessions { hub.open(session.id) }
    let (starts, start) = AsyncStream<Void>.makeStream()
    Thread.detachNewThread {
      if readLine() != nil { start.yield() }
      start.finish()
    }
    for await _ in starts.cancelOnGracefulShutdown() { try await sessions.tell(hub, every: pace) }
    try await gracefulShutdown()
  }
}

/// Nobody's portfolio: no session here thinks.
private struct NoPortfolios: PortfolioSource {
  func users() -> [String] { [] }
  func holders(of schemes: Set<String>) -> [String] { [] }
  func snapshot(of user: String, asOf day: CivilDate) -> PortfolioSnapshot? { nil }
}
