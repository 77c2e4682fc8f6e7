import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// One HTTP server: routes behind the middleware every server of ours has, within its limits.
struct CoachHTTPServer: Sendable {
  /// `engine` or `facade`.
  let name: String
  let host: String
  /// 0 for any that is free.
  let port: Int
  let limits: ServerLimits
  let methods: [String: [HTTPRequest.Method]]
  let logger: Logger
  /// Its connections that are open.
  let connections = OpenConnections()

  /// Puts the server together.
  ///
  /// - Parameters:
  ///   - routes: adds the routes.
  ///   - onStart: hears the port the server listens on.
  func service(
    routes: (Router<ServiceContext>) -> Void, onStart: @escaping @Sendable (Int) async -> Void
  ) -> some Service {
    let router = Router(context: ServiceContext.self)
    router.add(middleware: AccessLog(server: name))
    router.add(middleware: ProblemMiddleware())
    router.add(middleware: AllowedMethods(methods))
    routes(router)
    var configuration = ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil, backlog: 1_024,
      availableConnectionsDelegate: .maximum(limits.connections, logger: logger))
    configuration.reuseAddress = true
    let (limits, connections) = (limits, connections)
    let server = Application(
      router: router,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionDeadlineHandler(limits, connections)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.headerCount))),
      configuration: configuration,
      onServerRunning: { channel in await onStart(channel.localAddress?.port ?? 0) },
      logger: logger)
    return ListeningService(server: server, host: host, port: port)
  }
}
