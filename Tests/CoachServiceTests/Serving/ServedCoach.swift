import CoachCore
import Finance
import Foundation
import HTTPTransport
import JSONKit
import Logging
import Synchronization

@testable import CoachService

/// A façade and an engine over the project's fixtures, listening on ports of their own for as long as a test needs.
struct ServedCoach: Sendable {
  static let issuer = "https://coach.test"

  let facade: String
  let engine: String
  let signer: TokenSigner
  let store: SQLiteCoachStore
  let transport: any Transport
  /// A secret of scheduled calls.
  static let cronSecret = "a-secret-of-scheduled-calls"

  /// What a test may want otherwise.
  struct Options: Sendable {
    var limits = ServerLimits()
    var sessions = SessionLimits()
    var rates = RequestRates(
      perUser: RateLimit(burst: 100_000, perMinute: 100_000),
      perAddress: RateLimit(burst: 100_000, perMinute: 100_000), clock: .system)
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    var storePath: String?
    var models: [String]?
    var clock = RunClock.system
    /// A folder of portfolios; nil for the project's.
    var portfolios: URL?
    /// How notifications leave; nil for a file nobody reads.
    var outbox: (@Sendable (SQLiteCoachStore, FixturePortfolios) throws -> any OutboxDelivery)?
    var trustedProxies = 0
    /// Where the engine reads the façade's keys over HTTP; nil for keys it is given.
    var keySetURL: (@Sendable () -> String)?
  }

  /// Serves while `body` runs, and stops as a process that is told to.
  static func serve<Value: Sendable>(
    _ options: Options = Options(), _ body: @escaping @Sendable (ServedCoach) async throws -> Value
  ) async throws -> Value {
    let store = try options.storePath.map { try SQLiteCoachStore(path: $0) } ?? SQLiteCoachStore.inMemory()
    let transport = try CurlTransport()
    let key = SigningKey.generate()
    let signer = TokenSigner(
      keys: try SigningKeys(key), issuer: issuer, clock: options.clock,
      makeID: { UUID().uuidString.lowercased() })
    let server = try server(options, store: store, signer: signer, transport: transport)
    let (listening, listened) = AsyncStream<CoachServer.Listening>.makeStream()
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask {
        try await server.run(until: []) { listened.yield($0) }
        return nil
      }
      group.addTask {
        var ports = (facade: 0, engine: 0)
        for await server in listening {
          switch server {
          case .facade(let port): ports.facade = port
          case .engine(let port): ports.engine = port
          }
          if ports.facade != 0, ports.engine != 0 { break }
        }
        return try await body(
          ServedCoach(
            facade: "http://127.0.0.1:\(ports.facade)", engine: "http://127.0.0.1:\(ports.engine)",
            signer: signer, store: store, transport: transport))
      }
      defer { group.cancelAll() }
      while let value = try await group.next() {
        if let value { return value }
      }
      throw CancellationError()
    }
  }

  private static func server(
    _ options: Options, store: SQLiteCoachStore, signer: TokenSigner, transport: any Transport
  ) throws -> CoachServer {
    let signIn = try DevelopmentSignIn(clock: options.clock)
    let portfolios = try portfolios(in: options.portfolios)
    var engine = try EngineParts(
      engine: configuration(options), store: store, portfolios: portfolios,
      keys: keys(options, signer: signer, transport: transport), issuer: issuer,
      outbox: options.outbox?(store, portfolios)
        ?? OutboxFile(
          OutboxDrain(
            store, to: FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonl"),
            clock: options.clock)))
    engine.day = CivilDate(iso: "2026-08-14")
    engine.sessions = options.sessions
    engine.models = options.models
    engine.cronSecret = try CronSecret(cronSecret)
    var facade = FacadeParts(
      signer: signer, sessions: [signIn.verifier], transport: transport, rates: options.rates)
    facade.signIn = signIn
    facade.clock = options.clock
    facade.trustedProxies = options.trustedProxies
    facade.cronSecret = try CronSecret(cronSecret)
    var server = try CoachServer(
      facade: .init(facade, at: .init()), engine: .init(engine, at: .init()), contracts: ContractSchemas(),
      logger: options.logger, metrics: { "" })
    server.limits = options.limits
    return server
  }

  private static func keys(
    _ options: Options, signer: TokenSigner, transport: any Transport
  ) -> VerificationKeys {
    guard let url = options.keySetURL else { return VerificationKeys(signer.published()) }
    return VerificationKeys(url: "the façade's", clock: options.clock) { _ in
      try await transport.send(TransportRequest(url: url())).body.collect(upTo: 1 << 16)
    }
  }

  private static func configuration(_ options: Options) throws -> CoachEngine.Configuration {
    var configuration = try CoachEngine.Configuration(
      prompts: try PromptLibrary(directory: ProjectFolder.root.appending(path: "prompts")),
      market: MarketData(
        schemes: try SchemeDirectory(json: try ProjectFolder.json("fixtures/schemes.json")),
        history: try PriceTable(csv: ProjectFolder.text("fixtures/prices/history.csv"), file: "history.csv"),
        benchmarks: try IndexTable(
          csv: ProjectFolder.text("fixtures/prices/benchmarks.csv"), file: "benchmarks.csv"),
        disclosures: try SchemeDisclosure.all(json: ProjectFolder.json("fixtures/prices/disclosures.json"))),
      clock: options.clock, logger: options.logger)
    // Few paths: unoptimised code simulates slowly, and no test here looks at probabilities.
    configuration.simulation = .paths(100)
    return configuration
  }

  private static func portfolios(in folder: URL?) throws -> FixturePortfolios {
    FixturePortfolios(
      try FolderPortfolioSource(
        folder: folder ?? ProjectFolder.root.appending(path: "fixtures/portfolios"),
        prices: try PriceTable(csv: ProjectFolder.text("fixtures/prices/nav.csv"), file: "nav.csv"),
        schemes: try SchemeDirectory(json: try ProjectFolder.json("fixtures/schemes.json"))))
  }
}
