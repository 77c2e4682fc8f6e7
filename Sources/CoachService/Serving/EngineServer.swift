import CoachCore
package import Logging
package import ServiceLifecycle

/// The engine as services of one process: its sessions, its streams' time, its jobs and its HTTP server.
package struct EngineServer: Sendable {
  let runner: SessionRunner
  package let hub: EventHub
  private let api: EngineAPI
  private let scheduler: CronScheduler?
  private let sweep: ExpirySweep
  private let operations: OperationsRoutes
  private let http: CoachHTTPServer
  private let farewell: Duration
  private let logger: Logger

  /// - Throws: what a document embedded in the build throws; a test proves none does.
  package init(
    _ parts: EngineParts, host: String, port: Int, limits: ServerLimits,
    metrics: @escaping @Sendable () -> String,
    logger: Logger
  ) throws {
    let clock = parts.engine.clock
    var configuration = CoachPipelines.Configuration(
      engine: parts.engine, store: parts.store, values: parts.store, outbox: parts.store,
      source: parts.portfolios,
      nonce: { RunIdentity(seed: .random(in: .min ... .max), scope: []).uuid("nonce") })
    configuration.seed = parts.seed
    let pipelines = CoachPipelines(configuration)
    let hub = EventHub(pace: StreamPace(longest: limits.streamTime), clock: clock)
    let runner = SessionRunner(
      pipelines: pipelines, directory: parts.store, store: parts.store, hub: hub, limits: parts.sessions,
      clock: clock, logger: logger)
    let jobs = JobRunner(pipelines: pipelines, outbox: parts.outbox, logger: logger)
    let document = try APIDocument.engine(parts.engine.contracts)
    self.hub = hub
    self.runner = runner
    self.logger = logger
    farewell = parts.sessions.farewell
    scheduler = parts.keepsTime ? CronScheduler(clock: clock) { await jobs.run($0) } : nil
    sweep = ExpirySweep(values: parts.store, clock: clock, logger: logger)
    api = EngineAPI(
      document: document, runner: runner, store: parts.store, pipelines: pipelines, hub: hub, jobs: jobs,
      verifier: TokenVerifier(keys: parts.keys, issuer: parts.issuer, used: parts.store, clock: clock),
      cronSecret: parts.cronSecret, clock: clock, models: parts.models, day: parts.day,
      bodyLimit: limits.bodyBytes)
    let http = CoachHTTPServer(
      name: "engine", host: host, port: port, limits: limits, methods: document.methods(), logger: logger)
    self.http = http
    operations = OperationsRoutes(
      document: document, unreadiness: { await runner.isStopping ? .stopping : nil }, metrics: metrics,
      figures: {
        [
          .sessionsRunning(await runner.count), .streamsOpen(hub.count),
          .connections(http.connections.count),
        ]
      })
  }

  /// The services, in the order they start; they stop in the opposite one.
  package func services(onStart: @escaping @Sendable (Int) async -> Void) -> [any Service] {
    let server = http.service { router in
      operations.add(to: router)
      api.add(to: router)
    } onStart: {
      await onStart($0)
    }
    let hub = hub
    let sessions = SessionsService(runner: runner, farewell: farewell, logger: logger)
    // Streams end before the server waits for its connections to close.
    var services: [any Service] = [
      sessions, sweep, StreamTime(hub: hub), server, ShutdownAction { hub.stop() },
    ]
    if let scheduler { services.insert(scheduler, at: 1) }
    return services
  }
}
