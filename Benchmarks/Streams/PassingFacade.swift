import CoachCore
import CoachService
import Foundation
import HTTPTransport
import Metrics
import UnixSignals

/// The service's own façade in a process of its own, before an engine in another.
struct PassingFacade {
  private let folder: URL
  private let engine: String

  init(_ options: Options) throws {
    folder = URL(filePath: try options.text("folder"), directoryHint: .isDirectory)
    engine = try options.text("engine")
  }

  /// Serves until it is told to stop.
  func run() async throws {
    let secrets = try RunSecrets(in: folder)
    let registry = PrometheusRegistry()
    MetricsSystem.bootstrap(registry)
    let address = RateLimit(burst: 10_000, perMinute: 60_000)
    let parts = FacadeParts(
      signer: secrets.signer, sessions: [secrets.signIn.verifier], transport: try CurlTransport(),
      rates: RequestRates(perUser: RateLimit(burst: 60, perMinute: 120), perAddress: address, clock: .system))
    let server = CoachServer(
      facade: .init(parts, at: .init(), engineURL: engine), engine: nil, contracts: try ContractSchemas(),
      logger: ScriptedEngine.logger, metrics: { registry.text() })
    try await server.run(until: [.sigterm]) { listening in
      if case .facade(let port) = listening { Streams.tell("listening \(port)") }
    }
  }
}
