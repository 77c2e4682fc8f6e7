import CoachCore
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import CoachService

@Suite("Scheduler", .timeLimit(.minutes(1)))
struct CronSchedulerTests {
  /// Jobs with a time: as many loops sleep.
  private static let loops = CronJob.allCases.count { $0.schedule != nil }

  private final class Done: Sendable {
    private let jobs = Mutex<[String]>([])
    var all: [String] { jobs.withLock { $0 } }
    func add(_ job: CronJob, at date: Date) {
      jobs.withLock { $0.append("\(job.rawValue) \(date.formatted(.iso8601))") }
    }
  }

  private static func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// The jobs a scheduler does while `body` moves its clock, after which it is told to stop.
  private func jobs(
    from start: String, _ body: (SleepingClock) async throws -> Void
  ) async throws -> [String] {
    let (clock, done) = (SleepingClock(try Self.date(start)), Done())
    let scheduler = CronScheduler(clock: clock.clock) { done.add($0, at: clock.now) }
    let group = ServiceGroup(
      services: [scheduler], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    async let run: Void = group.run()
    await clock.untilAsleep(Self.loops)
    try await body(clock)
    await group.triggerGracefulShutdown()
    // Ends only when every wait has: nobody moves the clock any more.
    try await run
    return done.all
  }

  /// Lets time pass in steps in which every loop can look at the clock.
  private func pass(_ hours: Double, on clock: SleepingClock) async {
    for _ in 0..<Int(hours * 4) {
      clock.advance(900)
      await clock.untilAsleep(Self.loops)
    }
  }

  @Test("daily at 02:00 UTC, weekly on Mondays at 03:00 UTC, each once")
  func week() async throws {
    // A Friday noon to the next Saturday noon.
    let jobs = try await jobs(from: "2026-08-14T12:00:00Z") { await pass(8 * 24, on: $0) }
    #expect(
      jobs == [
        "daily 2026-08-15T02:00:00Z", "daily 2026-08-16T02:00:00Z", "daily 2026-08-17T02:00:00Z",
        "weekly_email 2026-08-17T03:00:00Z", "daily 2026-08-18T02:00:00Z", "daily 2026-08-19T02:00:00Z",
        "daily 2026-08-20T02:00:00Z", "daily 2026-08-21T02:00:00Z", "daily 2026-08-22T02:00:00Z",
      ])
  }

  @Test("a clock that jumps over times does each job once, within a quarter of an hour")
  func forwards() async throws {
    let jobs = try await jobs(from: "2026-08-14T12:00:00Z") { clock in
      clock.jump(to: try Self.date("2026-08-20T12:00:00Z"))
      await pass(1, on: clock)
    }
    #expect(jobs.sorted() == ["daily 2026-08-20T12:15:00Z", "weekly_email 2026-08-20T12:15:00Z"])
  }

  @Test("a clock that was a year ahead is followed back")
  func backwards() async throws {
    let jobs = try await jobs(from: "2027-08-14T12:00:00Z") { clock in
      clock.jump(to: try Self.date("2026-08-14T12:00:00Z"))
      await pass(24, on: clock)
    }
    #expect(jobs == ["daily 2026-08-15T02:00:00Z"])
  }

  @Test("a clock put back by an hour does a job no more than once more, and never before its time")
  func summerTime() async throws {
    let jobs = try await jobs(from: "2026-08-14T01:00:00Z") { clock in
      await pass(1.5, on: clock)
      clock.jump(to: try Self.date("2026-08-14T01:30:00Z"))
      await pass(20, on: clock)
    }
    #expect(jobs == ["daily 2026-08-14T02:00:00Z", "daily 2026-08-14T02:00:00Z"])
  }

  @Test("a stop ends the waits at once, and does no job")
  func shutdown() async throws {
    #expect(try await jobs(from: "2026-08-14T01:59:59Z") { _ in } == [])
  }

  @Test("the timer asks for no wait beyond the next time or a quarter of an hour")
  func waits() throws {
    let schedule = try #require(CronJob.daily.schedule)
    var now = try Self.date("2026-08-14T01:50:00Z")
    var timer = CronTimer(schedule, from: now)
    #expect(timer.wait(at: now) == 600)
    now.addTimeInterval(599.5)
    #expect(timer.wait(at: now) == 0.5)
    now.addTimeInterval(0.5)
    #expect(timer.wait(at: now) == nil)
    #expect(timer.wait(at: now) == 900)
  }
}
