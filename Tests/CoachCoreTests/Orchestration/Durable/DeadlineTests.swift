import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// The law of time: whatever takes too long, the session ends, once.
@Suite("Deadlines and clocks")
struct DeadlineTests {
  private func single(_ steps: [ScriptedRun.Step]) throws -> ScriptedRun {
    var run = try ScriptedRun(
      try TaskGraph([.init(id: "a", agent: "a"), .init(id: "b", agent: "b", after: ["a"])]),
      ["a": steps, "b": [.topic(failures: 0)]])
    run.manual = ManualClock()
    run.limits.retries = RetryPolicy(
      attempts: 3, retries: 4, firstDelay: .zero, deadline: .seconds(30))
    return run
  }

  @Test("an attempt that runs out of time is made again, then done without a model", arguments: 0...4)
  func substitute(hangs: Int) async throws {
    let run = try single([.slowTopic(hangs: hangs)])
    let record = try await run.run()
    #expect(record.outcome == .completed && record.events.filter(\.type.isTerminal).count == 1)
    let writer = try #require(record.writers.first { $0.topicKey == "goal:a:t0" })
    #expect(writer.author == (hangs < 3 ? .model : .template))
    #expect(run.manual?.elapsed == .seconds(30 * min(hangs, 3)))
    #expect(run.calls.made["a/goal:a:t0@0"] == min(hangs + 1, 3))
  }

  @Test("a run that takes too long ends as failed, with the code deadline")
  func wholeRun() async throws {
    var run = try single([.slowTopic(hangs: 100)])
    run.limits.deadline = .seconds(45)
    let record = try await run.run()
    #expect(record.outcome == .failed && record.error?.code == "deadline")
    #expect(record.events.filter(\.type.isTerminal).map(\.type) == [.sessionFailed])
    #expect(try run.base.session(run.session, as: run.owner)?.ending?.errorCode == "deadline")
  }

  @Test("when the retries of a run are used up its tasks are done without a model")
  func retryBudget() async throws {
    var run = try single([.topic(failures: 1), .topic(failures: 9)])
    run.manual = nil
    run.limits.retries = RetryPolicy(attempts: 9, retries: 4)
    let record = try await run.run()
    #expect(record.outcome == .completed)
    #expect(record.writers.map(\.author) == [.model, .template, .model])
    #expect(run.calls.made["a/goal:a:t1@0"] == 2)
  }

  @Test("clocks that jump back and forth change nothing but times")
  func jumps() async throws {
    for seed in UInt64(1)...5 {
      let steady = try ScriptedRun.random(seed: seed)
      let expected = try await steady.run().canonical()
      let random = Mutexed(SplitMix(seed: seed))
      let draw: @Sendable () -> UInt64 = {
        let draws = Mutexed<UInt64>(0)
        random.change { generator in draws.set(generator.next()) }
        return draws.value
      }
      let clock = RunClock(
        now: { Date(timeIntervalSince1970: Double(draw() % 4_000_000_000) - 1_000_000_000) },
        nanoseconds: { draw() % 4_000_000_000 },
        sleep: { duration in
          if duration < .seconds(30) {
            await Task.yield()
          } else {
            try await Task.sleep(for: .seconds(3_600))
          }
        })
      let record = try await steady.again().run(clock: clock)
      #expect(try record.canonical() == expected)
    }
  }
}
