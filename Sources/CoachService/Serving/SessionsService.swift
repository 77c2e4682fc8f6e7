import CoachCore
import Logging
import ServiceLifecycle

/// Sessions over the life of a process: those an earlier one left are taken up, those that run at the end may finish.
struct SessionsService: Service {
  let runner: SessionRunner
  let farewell: Duration
  let logger: Logger

  func run() async throws {
    let count = try await runner.takeUpAll()
    if count > 0 { logger.notice("sessions taken up", metadata: ["count": "\(count)"]) }
    try await gracefulShutdown()
    let runner = runner
    let hasDrained = try await Patience.value(within: farewell, by: .system) {
      await runner.drain()
      return true
    }
    guard hasDrained == nil else { return }
    let left = await runner.count
    logger.notice("sessions left to the next process", metadata: ["count": "\(left)"])
  }
}
