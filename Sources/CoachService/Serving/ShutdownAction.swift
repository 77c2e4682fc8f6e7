import ServiceLifecycle

/// Something to be done as soon as the process is told to stop, before the services listed ahead of it are.
struct ShutdownAction: Service {
  let perform: @Sendable () -> Void

  func run() async throws {
    try await gracefulShutdown()
    perform()
  }
}
