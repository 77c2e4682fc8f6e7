public import CoachCore
public import Logging
import ServiceLifecycle
public import UnixSignals

/// The coach as a service: a façade browsers talk to, an engine only façades talk to, or both in one process.
///
/// Both in one process talk over HTTP too, so that there is one way for a request to go.
public struct CoachServer: Sendable {
  /// Where a server listens.
  public struct Address: Hashable, Sendable {
    /// The host name or address to bind.
    public var host: String
    /// 0 for any port that is free.
    public var port: Int

    /// Names a place.
    public init(host: String = "127.0.0.1", port: Int = 0) {
      self.host = host
      self.port = port
    }
  }

  /// A façade, and where the engine is that it calls: nil for the one in the same process.
  public struct Facade: Sendable {
    let parts: FacadeParts
    let address: Address
    let engineURL: String?

    /// Places a façade.
    public init(_ parts: FacadeParts, at address: Address, engineURL: String? = nil) {
      self.parts = parts
      self.address = address
      self.engineURL = engineURL
    }
  }

  /// An engine and where it listens.
  public struct Engine: Sendable {
    let parts: EngineParts
    let address: Address

    /// Places an engine.
    public init(_ parts: EngineParts, at address: Address) {
      self.parts = parts
      self.address = address
    }
  }

  /// A server that has begun to listen.
  public enum Listening: Hashable, Sendable {
    case facade(port: Int)
    case engine(port: Int)
  }

  /// What peers may take.
  public var limits = ServerLimits()
  /// The longest the process may take to stop.
  public var longestShutdown = Duration.seconds(10)

  private let facade: Facade?
  private let engine: Engine?
  private let contracts: ContractSchemas
  private let metrics: @Sendable () -> String
  private let logger: Logger

  /// Makes a service of one or two servers.
  ///
  /// - Parameter metrics: the figures of the process in Prometheus' text format.
  public init(
    facade: Facade?, engine: Engine?, contracts: ContractSchemas, logger: Logger,
    metrics: @escaping @Sendable () -> String
  ) {
    self.facade = facade
    self.engine = engine
    self.contracts = contracts
    self.logger = logger
    self.metrics = metrics
  }

  /// Serves until the process is told to stop, or the task is cancelled.
  ///
  /// - Parameters:
  ///   - signals: what tells it to stop.
  ///   - onListening: hears of each server once it listens.
  /// - Throws: what a server throws that cannot be started.
  public func run(
    until signals: [UnixSignal] = [.sigterm, .sigint],
    onListening: @escaping @Sendable (Listening) async -> Void
  ) async throws {
    var services: [any Service] = []
    let (enginePorts, enginePort) = AsyncStream<Int>.makeStream()
    if let engine {
      services += try EngineServer(
        engine.parts, host: engine.address.host, port: engine.address.port, limits: limits, metrics: metrics,
        logger: logger
      ).services { port in
        enginePort.yield(port)
        await onListening(.engine(port: port))
      }
    }
    if let facade {
      let server = try FacadeServer(
        facade.parts, contracts: contracts, host: facade.address.host, port: facade.address.port,
        limits: limits, metrics: metrics, logger: logger)
      let onStart: @Sendable (Int) async -> Void = { await onListening(.facade(port: $0)) }
      if let url = facade.engineURL {
        services += server.services(engine: url, onStart: onStart)
      } else {
        let logger = logger
        services.append(
          LateServices(logger: logger) {
            var ports = enginePorts.makeAsyncIterator()
            guard let port = await ports.next() else { return [] }
            return server.services(engine: "http://127.0.0.1:\(port)", onStart: onStart)
          })
      }
    }
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: signals, logger: logger)
    configuration.maximumGracefulShutdownDuration = longestShutdown
    try await ServiceGroup(configuration: configuration).run()
  }
}
