import CoachCore
import HTTPTransport
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The façade as services of one process.
struct FacadeServer: Sendable {
  private let parts: FacadeParts
  private let document: APIDocument
  private let host: String
  private let port: Int
  private let limits: ServerLimits
  private let metrics: @Sendable () -> String
  private let logger: Logger
  private let streams = PassedStreams()

  /// - Throws: what a document embedded in the build throws; a test proves none does.
  init(
    _ parts: FacadeParts, contracts: ContractSchemas, host: String, port: Int, limits: ServerLimits,
    metrics: @escaping @Sendable () -> String, logger: Logger
  ) throws {
    self.parts = parts
    document = try APIDocument.facade(contracts)
    self.host = host
    self.port = port
    self.limits = limits
    self.metrics = metrics
    self.logger = logger
  }

  /// The services, in the order they start; they stop in the opposite one.
  ///
  /// - Parameter engine: where the engine is, without a slash at the end.
  func services(engine: String, onStart: @escaping @Sendable (Int) async -> Void) -> [any Service] {
    let gateway = EngineGateway(base: engine, transport: parts.transport, signer: parts.signer)
    let api = FacadeAPI(
      document: document, gateway: gateway, users: UserAuthentication(verifiers: parts.sessions),
      tickets: StreamTickets(values: parts.tickets, clock: parts.clock), cronSecret: parts.cronSecret,
      signIn: parts.signIn, rates: ClientRates(rates: parts.rates, trustedProxies: parts.trustedProxies),
      streams: streams, clock: parts.clock, bodyLimit: limits.bodyBytes)
    let streams = streams
    let signer = parts.signer
    let http = CoachHTTPServer(
      name: "facade", host: host, port: port, limits: limits,
      methods: document.methods(under: ["/app"]), logger: logger)
    let operations = OperationsRoutes(
      document: document,
      unreadiness: { streams.isStopping ? .stopping : await gateway.unreadiness() }, metrics: metrics,
      figures: { [.streamsOpen(streams.count), .connections(http.connections.count)] })
    let server = http.service { router in
      operations.add(to: router)
      api.add(to: router)
      router.get("/.well-known/jwks.json") { _, _ in
        Response(
          status: .ok, headers: [.contentType: "application/jwk-set+json", .cacheControl: "max-age=60"],
          body: .init(byteBuffer: ByteBuffer(bytes: signer.jwks())))
      }
    } onStart: {
      await onStart($0)
    }
    let sweep = ExpirySweep(values: parts.tickets, clock: parts.clock, logger: logger)
    return [sweep, server, ShutdownAction { streams.stop() }]
  }
}
