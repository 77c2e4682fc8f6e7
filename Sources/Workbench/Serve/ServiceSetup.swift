import CoachCore
import CoachService
import Finance
import Foundation
import HTTPTransport
import Logging
import Metrics

/// What `workbench serve` is asked for, put together from its options, the environment and a project's files.
struct ServiceSetup: Sendable {
  let server: CoachServer

  /// - Throws: `InputError` naming every setting and file that cannot be used.
  init(_ command: ServeCoach) throws {
    var logger = Logger(label: "coach") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = command.logLevel
    let configuration = try Self.configuration(command)
    let project = try Project(containing: command.fixtures ?? ".")
    let transport = try CurlTransport()
    let registry = PrometheusRegistry()
    MetricsSystem.bootstrap(registry)
    let fetch = Self.fetch(by: transport)
    let signer = try configuration.makeSigner(
      clock: .system, makeID: { UUID().uuidString.lowercased() })
    let engine =
      try configuration.role.hasEngine
      ? Self.engine(
        command, configuration, project, transport, logger,
        keys: configuration.makeTokenKeys(signer: signer, clock: .system, fetch: fetch)) : nil
    let facade = try signer.map {
      try Self.facade(configuration, signer: $0, transport: transport, fetch: fetch)
    }
    var server = CoachServer(
      facade: facade.map {
        .init($0, at: .init(host: command.host, port: command.port), engineURL: configuration.engineURL)
      },
      engine: engine.map {
        .init(
          $0,
          at: .init(
            host: command.host, port: configuration.role == .all ? command.enginePort : command.port))
      },
      contracts: try ContractSchemas(), logger: logger, metrics: { registry.text() })
    server.limits = ServerLimits(configuration.limits)
    self.server = server
  }

  private static func configuration(_ command: ServeCoach) throws -> ServiceConfiguration {
    var environment = ProcessInfo.processInfo.environment
    func standard(_ name: String, _ value: String?) {
      if let value, environment[name, default: ""].isEmpty { environment[name] = value }
    }
    if let url = command.engineURL { environment["AICOACH_ENGINE_URL"] = url }
    if let store = command.store { environment["AICOACH_STORE_PATH"] = store }
    if command.fixtures != nil {
      let hasSessions =
        !environment["AICOACH_SESSION_JWKS_URL", default: ""].isEmpty
        || !environment["AICOACH_SESSION_JWT_SECRET", default: ""].isEmpty
      standard("AICOACH_DEVELOPMENT_SIGN_IN", hasSessions ? nil : "true")
      // Everybody in development comes from one address.
      standard("AICOACH_RATE_ADDRESS_BURST", "10000")
      standard("AICOACH_RATE_ADDRESS_PER_MINUTE", "60000")
    }
    do {
      return try ServiceConfiguration(environment: environment, role: command.role)
    } catch {
      throw InputError(error.problems.map { InputProblem($0.variable, $0.message) })
    }
  }

  private static func engine(
    _ command: ServeCoach, _ configuration: ServiceConfiguration, _ project: Project,
    _ transport: CurlTransport, _ logger: Logger, keys: VerificationKeys
  ) throws -> EngineParts {
    guard let fixtures = command.fixtures else {
      throw InputError(
        InputProblem(
          "--fixtures", "an engine needs portfolios, and a folder of them is the only source that is built",
          remedy: "name the folder, for example --fixtures fixtures"))
    }
    let folder = URL(filePath: fixtures, directoryHint: .isDirectory)
    let portfolios = FixturePortfolios(
      try InputReader.portfolios(in: folder.appending(path: "portfolios"), of: project))
    let store =
      try configuration.storePath.map { try SQLiteCoachStore.owning(path: $0) }
      ?? SQLiteCoachStore.inMemory()
    var engine = try CoachEngine.Configuration(
      prompts: try PromptLibrary(directory: project.prompts), market: try InputReader.market(of: project),
      logger: logger)
    if let wait = command.think.flatMap(Duration.init(suiteText:)) {
      engine.models = ModelCatalog(extra: [PacedModel(Composer(), wait: wait, clock: .system)])
    }
    let caps = configuration.caps
    engine.budget.session = caps.session.map { BudgetCap(tokens: $0) }
    engine.budget.userDay = caps.userDay.map { BudgetCap(tokens: $0) }
    engine.budget.globalDay = caps.globalDay.map { BudgetCap(tokens: $0) }
    var parts = EngineParts(
      engine: engine, store: store, portfolios: portfolios, keys: keys, issuer: configuration.tokens.issuer,
      outbox: outbox(configuration, store, portfolios, transport, logger))
    parts.sessions.active = configuration.limits.sessions
    parts.cronSecret = configuration.cronSecret
    parts.keepsTime = command.cron
    parts.day = command.asOf.flatMap(CivilDate.init(iso:))
    return parts
  }

  /// How notifications leave: by mail, to a file, or not at all.
  private static func outbox(
    _ configuration: ServiceConfiguration, _ store: SQLiteCoachStore, _ portfolios: FixturePortfolios,
    _ transport: CurlTransport, _ logger: Logger
  ) -> any OutboxDelivery {
    if case .file(let path) = configuration.mail {
      return OutboxFile(OutboxDrain(store, to: URL(filePath: path), clock: .system))
    }
    return configuration.makeOutboxMail(
      store, about: store, values: store, addresses: portfolios, transport: transport, clock: .system,
      logger: logger, nonce: { UUID().uuidString }) ?? OutboxKept()
  }

  private static func facade(
    _ configuration: ServiceConfiguration, signer: TokenSigner, transport: CurlTransport,
    fetch: @escaping VerificationKeys.Fetch
  ) throws -> FacadeParts {
    let limits = configuration.limits
    let rates = RequestRates(perUser: limits.perUser, perAddress: limits.perAddress, clock: .system)
    var signIn: DevelopmentSignIn?
    if case .development = configuration.sessions { signIn = try DevelopmentSignIn(clock: .system) }
    let verifier = try configuration.makeSessionVerifier(clock: .system, fetch: fetch)
    var parts = FacadeParts(
      signer: signer, sessions: [verifier, signIn?.verifier].compactMap(\.self), transport: transport,
      rates: rates)
    parts.signIn = signIn
    parts.cronSecret = configuration.cronSecret
    parts.trustedProxies = limits.trustedProxies
    return parts
  }

  /// Reads a small document at a URL, for keys that are published.
  private static func fetch(by transport: CurlTransport) -> VerificationKeys.Fetch {
    { url in
      var limits = TransportLimits()
      limits.connect = .seconds(2)
      limits.whole = .seconds(5)
      let response = try await transport.send(TransportRequest(url: url, limits: limits))
      guard response.status == 200 else {
        throw TransportError(.malformed, "the keys are not where they should be: status \(response.status)")
      }
      return try await response.body.collect(upTo: 256 * 1024)
    }
  }
}

extension ServerLimits {
  /// The limits of a configuration.
  init(_ limits: ServiceConfiguration.Limits) {
    self.init()
    connections = limits.connections
    headerBytes = limits.headerBytes
    bodyBytes = limits.bodyBytes
    headTime = .seconds(limits.idleSeconds)
    writeTime = .seconds(limits.writeSeconds)
    streamTime = .seconds(limits.streamSeconds)
  }
}
