import CoachCore
import Foundation
import InMemoryLogging
import Logging
import ServiceLifecycle
import Testing

@testable import CoachService

@Suite("Sweep of expired values", .timeLimit(.minutes(1)))
struct ExpirySweepTests {
  private let start = Date(timeIntervalSince1970: 1_786_665_600)

  private func sweep(
    _ values: any KVStore, _ clock: SleepingClock, _ log: InMemoryLogHandler = .init()
  ) -> ExpirySweep {
    ExpirySweep(values: values, clock: clock.clock, logger: Logger(label: "test") { _ in log })
  }

  /// How many values there are whose time is over, counted by taking them away.
  private func expired(_ values: any KVStore, _ clock: SleepingClock) async throws -> Int {
    try await values.removeExpired(at: clock.clock.timestamp(), limit: 100_000)
  }

  @Test("every minute what is over goes, and nothing else; a stop ends the wait")
  func service() async throws {
    for values: any KVStore in [MemoryKVStore(), try SQLiteCoachStore.inMemory()] {
      let clock = SleepingClock(start)
      let tickets = StreamTickets(values: values, clock: clock.clock)
      for _ in 0..<500 { _ = try await tickets.issue(session: "s", owner: "u") }
      try await values.set("service:long", "lives", until: "2026-08-15T00:00:00.000Z")
      let group = ServiceGroup(
        services: [sweep(values, clock)], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      async let run: Void = group.run()
      await clock.untilAsleep(1)
      clock.advance(60)
      await clock.untilAsleep(1)
      #expect(try await expired(values, clock) == 0)
      #expect(try await values.value("service:long", at: clock.clock.timestamp()) == "lives")
      await group.triggerGracefulShutdown()
      try await run
    }
  }

  @Test("one minute's work is bounded")
  func bounded() async throws {
    let (values, clock) = (MemoryKVStore(), SleepingClock(start))
    for number in 0..<12_000 { await values.set("k\(number)", "v", until: "2026-08-14T00:00:00.000Z") }
    await sweep(values, clock).sweep()
    #expect(try await expired(values, clock) == 12_000 - ExpirySweep.step * ExpirySweep.steps)
  }

  @Test("a store that is down is told of, and does not end the service")
  func broken() async {
    let log = InMemoryLogHandler()
    await sweep(BrokenKVStore(), SleepingClock(start), log).sweep()
    #expect(log.entries.map { $0.metadata["code"]?.description } == ["store_failed"])
  }
}
