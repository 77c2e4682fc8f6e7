import JSONKit
import Testing

@testable import CoachCore

/// The law of resume: wherever a run is cut off, it ends as if it had not been.
@Suite("Crash and resume")
struct CrashResumeTests {
  @Test("random graphs cut off at every write end as they would have", arguments: UInt64(1)...8)
  func everyWrite(seed: UInt64) async throws {
    try await cutEverywhere(try ScriptedRun.random(seed: seed))
  }

  @Test("so do those whose attempts run out of time", arguments: 1...4)
  func everyWriteOverdue(hangs: Int) async throws {
    let graph = try TaskGraph([
      .init(id: "a", agent: "a"), .init(id: "b", agent: "b", after: ["a"]),
    ])
    var run = try ScriptedRun(
      graph,
      [
        "a": [.tool(fails: false), .slowTopic(hangs: hangs), .topic(failures: 1)], "b": [.topic(failures: 0)],
      ])
    run.manual = ManualClock()
    run.limits.retries.firstDelay = .zero
    try await cutEverywhere(run)
  }

  @Test("so do those whose session has a cap, and nothing stays reserved", arguments: UInt64(1)...4)
  func everyWriteUnderCaps(seed: UInt64) async throws {
    var run = try ScriptedRun.random(seed: seed)
    // Of the day, so that a call that may have been paid twice leaves room for the ones that follow.
    run.policy.userDay = BudgetCap(tokens: 1_000_000)
    run.policy.globalDay = BudgetCap(tokens: 1_000_000)
    try await cutEverywhere(run)
  }

  @Test("so do those that a call stops that cost more than was set aside")
  func everyWriteOverrun() async throws {
    var run = try ScriptedRun(
      try TaskGraph([.init(id: "a", agent: "a"), .init(id: "b", agent: "b", after: ["a"])]),
      ["a": [.topic(failures: 0), .dearTopic, .topic(failures: 0)], "b": [.topic(failures: 0)]])
    run.policy.session = BudgetCap(tokens: 100_000)
    let record = try await run.again().run()
    #expect(record.outcome == .budgetExhausted && record.calls.count == 2)
    #expect(record.events.count { $0.type == .budgetOverrun } == 1)
    try await cutEverywhere(run)
  }

  @Test("so do those that have no room for a call")
  func everyWriteAtTheCap() async throws {
    var run = try ScriptedRun(
      try TaskGraph([.init(id: "a", agent: "a"), .init(id: "b", agent: "b", after: ["a"])]),
      ["a": [.tool(fails: false), .topic(failures: 0)], "b": [.topic(failures: 0)]])
    run.policy.session = BudgetCap(tokens: 10)
    let record = try await run.again().run()
    #expect(record.outcome == .budgetExhausted && record.calls.isEmpty)
    #expect(record.writers.allSatisfy { $0.author == .template } && record.writers.count == 2)
    try await cutEverywhere(run)
  }

  private func cutEverywhere(_ script: ScriptedRun) async throws {
    let whole = CrashingStore(script.base)
    let expected = try await script.run(on: whole)
    #expect(expected.events.filter(\.type.isTerminal).count == 1)
    #expect(script.calls.faults.isEmpty)
    var random = SplitMix(seed: script.seed)
    for limit in 1..<whole.writes {
      let run = try script.again()
      let error = await #expect(throws: CoachError.self) {
        try await run.run(on: CrashingStore(run.base, after: limit))
      }
      #expect(error?.code == .storeFailed)
      // Once more, somewhere behind the first time; it may also come through.
      let second = CrashingStore(run.base, after: Int.random(in: 0..<whole.writes, using: &random))
      var record = try? await run.run(on: second, resumed: true)
      if record == nil { record = try await run.run(resumed: true) }
      try expectSame(try #require(record), expected, run, limit)
    }
  }

  private func expectSame(
    _ record: RunRecord, _ expected: RunRecord, _ run: ScriptedRun, _ limit: Int
  ) throws {
    #expect(try record.canonical() == expected.canonical(), "cut off after \(limit) writes")
    let stored = try run.base.events(session: run.session, after: 0, as: run.owner)
    #expect(stored.map(\.seq) == Array(1...stored.count))
    #expect(stored == record.events)
    #expect(stored.filter(\.type.isTerminal).count == 1 && stored.last?.type.isTerminal == true)
    #expect(run.calls.faults.isEmpty)
    let journal = try run.base.journal(session: run.session, as: run.owner)
    let reports = stored.filter { $0.type == .callPossiblyPaidTwice }.compactMap { $0.data["call"]?.string }
    let open = Set(journal.filter { $0.state == .intent && $0.kind != "task" }.map(\.key))
    // Whatever was in flight and made again is reported, once, and nothing else is.
    #expect(Set(reports).count == reports.count && open.isSuperset(of: reports))
    for entry in journal where entry.state != .intent {
      #expect(!reports.contains(entry.key))
    }
    for scope in try RunCaps(run.policy).scopes(
      session: run.session, user: run.owner.user, on: ScriptedRun.day)
    {
      #expect(try run.base.standing(scope, as: run.owner).reserved == .zero, "cut off after \(limit) writes")
    }
    let tries = journal.filter { $0.kind == "tool" || $0.kind == "model" }.count
    #expect(run.calls.total <= tries, "a call without an intent was made")
  }

  @Test("a cancel that was asked for in the store is honoured by resume, without another call")
  func cancelledWhileDead() async throws {
    for limit in [3, 8, 14, 20] {
      let run = try ScriptedRun.random(seed: 5)
      await #expect(throws: CoachError.self) { try await run.run(on: CrashingStore(run.base, after: limit)) }
      let before = run.calls.total
      try run.base.requestCancel(session: run.session, at: "t", as: Principal(user: "u2"))
      #expect(try run.base.session(run.session, as: run.owner)?.cancelRequestedAt == nil)
      try run.base.requestCancel(session: run.session, at: "t", as: run.owner)
      let record = try await run.run(resumed: true)
      #expect(record.outcome == .cancelled && run.calls.total == before)
      #expect(record.events.filter(\.type.isTerminal).map(\.type) == [.sessionCancelled])
      #expect(try run.base.session(run.session, as: run.owner)?.status == .cancelled)
      await #expect(throws: CoachError.self) { try await run.run(resumed: true) }
    }
  }

  @Test("a session that was never begun, has ended, or was begun otherwise is not taken up")
  func refused() async throws {
    let run = try ScriptedRun.random(seed: 2)
    let unknown = await #expect(throws: CoachError.self) { try await run.run(resumed: true) }
    #expect(unknown?.code == .conflict)
    _ = try await run.run()
    let ended = await #expect(throws: CoachError.self) { try await run.run(resumed: true) }
    #expect(ended?.code == .conflict)
  }
}
