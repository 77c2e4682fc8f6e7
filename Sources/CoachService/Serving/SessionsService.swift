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
    let (ended, end) = AsyncStream<Bool>.makeStream()
    Task {
      await runner.drain()
      end.yield(true)
    }
    let timer = Task {
      if (try? await Task.sleep(for: farewell)) != nil { end.yield(false) }
    }
    for await hasDrained in ended {
      if !hasDrained {
        let count = await runner.count
        logger.notice("sessions left to the next process", metadata: ["count": "\(count)"])
      }
      break
    }
    timer.cancel()
  }
}
