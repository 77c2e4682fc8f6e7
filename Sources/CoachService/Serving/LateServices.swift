import Logging
import ServiceLifecycle

/// Services that can only be made once others run, as one service.
struct LateServices: Service {
  let logger: Logger
  let make: @Sendable () async -> [any Service]

  func run() async throws {
    let services = await make()
    guard !services.isEmpty else { return }
    try await ServiceGroup(
      configuration: .init(services: services.map { .init(service: $0) }, logger: logger)
    ).run()
  }
}
