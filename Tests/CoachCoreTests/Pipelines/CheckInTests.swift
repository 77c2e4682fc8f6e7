import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// Every user is looked in on once a date, whoever calls and however often.
@Suite("Check-ins")
struct CheckInTests {
  @Test("a check-in tells what deserves attention and nothing else; called again it does nothing")
  func once() async throws {
    let fixture = try PipelineFixture(["F02", "F03"])
    try fixture.askForMail("u03")
    let tools = ToolMetrics()
    try await tools.counting {
      let first = try await fixture.pipelines.checkIn(.daily)
      #expect(first.results == ["u02": .ran(.completed), "u03": .ran(.completed)])
      #expect(first.date.description == "2026-08-14" && first.heldElsewhere.isEmpty && first.lost.isEmpty)
      let session = fixture.pipelines.identity("daily", "2026-08-14", "u03").uuid("session")
      let stored = try #require(try fixture.store.session(session, as: Principal(user: "u03")))
      #expect(stored.trigger == .scheduled)
      let insights = try fixture.store.insights(session: session, as: Principal(user: "u03"))
      #expect(!insights.isEmpty && insights.allSatisfy { $0.severity != .info })
      let computed = tools.computed
      let second = try await fixture.pipelines.checkIn(.daily)
      #expect(second.results == ["u02": .alreadyDone, "u03": .alreadyDone])
      #expect(tools.computed == computed)
    }
    let messages = try fixture.store.unsent(limit: 10)
    #expect(messages.map(\.id) == ["daily:2026-08-14:u03"] && messages.first?.language == "hi")
  }

  @Test("a check-in asks for a third of a session's caps, or of the day's where only that is capped")
  func caps() async throws {
    let fixture = try PipelineFixture(["F02"])
    for (number, cap) in [Int?.some(300_000), nil].enumerated() {
      var configuration = fixture.pipelines.configuration
      configuration.engine.budget.session = cap.map { BudgetCap(tokens: $0) }
      configuration.engine.budget.userDay = BudgetCap(tokens: 900_000)
      let day = try #require(CivilDate(iso: "2026-08-14")).adding(days: number)
      let pipelines = CoachPipelines(configuration)
      _ = try await pipelines.checkIn(.daily, on: day)
      let session = pipelines.identity("daily", day.description, "u02").uuid("session")
      let opening = try SessionOpening(of: session, in: fixture.store, as: Principal(user: "u02"))
      #expect(opening?.request.options.budget == BudgetCap(tokens: cap == nil ? 300_000 : 100_000))
    }
  }

  @Test("two workers at once look in on each user once in all")
  func workers() async throws {
    let fixture = try PipelineFixture(["F02", "F03"])
    let pipelines = fixture.pipelines
    async let left = pipelines.checkIn(.daily)
    async let right = pipelines.checkIn(.daily)
    let reports = try await [left, right]
    for user in ["u02", "u03"] {
      let runs = reports.count { $0.results[user] == .ran(.completed) }
      #expect(runs == 1, "\(reports)")
      #expect(reports.allSatisfy { [nil, .ran(.completed), .alreadyDone].contains($0.results[user]) })
    }
  }

  @Test("a user who cannot be read is tried again by the next call, and holds up nobody")
  func retry() async throws {
    let fixture = try PipelineFixture(["F02", "F03"])
    fixture.source.setBroken(["u02"])
    let first = try await fixture.pipelines.checkIn(.weekly(weekday: 1))
    #expect(first.results == ["u02": .failed(code: "finance"), "u03": .ran(.completed)])
    #expect(first.date.description == "2026-08-10")
    fixture.source.setBroken([])
    let second = try await fixture.pipelines.checkIn(.weekly(weekday: 1))
    #expect(second.results == ["u02": .ran(.completed), "u03": .alreadyDone])
  }

  @Test("a worker that lost its batch stops; one whose lease ran out and nobody took goes on")
  func lostLease() async throws {
    var fixture = try PipelineFixture(["F02", "F03"])
    fixture.configuration.batches = 1
    let (store, clock) = (fixture.store, fixture.clock)
    for isTaken in [true, false] {
      let job: CheckIn = isTaken ? .daily : .weekly(weekday: 5)
      var slow = fixture.configuration
      slow.source = SlowSource(base: fixture.source) { user in
        guard user == "u02" else { return }
        clock.advance(601)
        let key = "service:lease:\(job.job):2026-08-14:0"
        if isTaken {
          _ = try await Lease.take(key, holder: "other", for: .seconds(60), in: store, clock: clock.runClock)
        }
      }
      let report = try await CoachPipelines(slow).checkIn(job)
      #expect(report.lost == (isTaken ? [0] : []))
      #expect(report.results.keys.sorted() == (isTaken ? ["u02"] : ["u02", "u03"]))
    }
    clock.advance(601)
    #expect(
      try await fixture.pipelines.checkIn(.daily).results == ["u02": .alreadyDone, "u03": .ran(.completed)])
  }

  @Test("a worker that stalls in the middle of a session is taken over from; one session, one notification")
  func takeover() async throws {
    let fixture = try PipelineFixture(["F03"])
    try fixture.askForMail("u03")
    let (reached, gate) = (AsyncStream.makeStream(of: Void.self), StopSignal())
    var stalled = fixture.configuration
    stalled.engine.roster = AgentRoster { name, policy in
      let agent = try? AgentRoster.standard.agent(name, under: policy)
      return Stalled.tools(of: name, reached.continuation, gate).map { Stalled(name: name, tool: $0) }
        ?? agent
    }
    let worker = CoachPipelines(stalled)
    async let first = worker.checkIn(.daily)
    var arrivals = reached.stream.makeAsyncIterator()
    for _ in 0..<3 { await arrivals.next() }
    let early = try await fixture.pipelines.checkIn(.daily)
    #expect(early.heldElsewhere.count == 1 && early.results.isEmpty)
    fixture.clock.advance(601)
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .ran(.completed)])
    gate.stop()
    #expect(try await first.results == ["u03": .failed(code: "conflict")])
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .alreadyDone])
    let session = fixture.pipelines.identity("daily", "2026-08-14", "u03").session
    let events = try fixture.store.events(session: session, after: 0, as: Principal(user: "u03"))
    #expect(events.map(\.seq) == Array(1...events.count))
    #expect(events.filter(\.type.isTerminal).map(\.type) == [.sessionCompleted])
    #expect(try fixture.store.unsent(limit: 10).map(\.session) == [session])
  }

  @Test("two processes on one file look in on each user once and leave one message each")
  func processes() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "daily-\(UUID().uuidString).sqlite")
      .path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }
    let fixture = try PipelineFixture(["F02", "F03"])
    let nonces = CallCounter()
    let workers = try (0..<2).map { _ in
      let store = try SQLiteCoachStore(path: file)
      var configuration = fixture.configuration
      (configuration.store, configuration.values, configuration.outbox) = (store, store, store)
      configuration.engine.toolCache = nil
      configuration.nonce = { "attempt-\(nonces.next())" }
      return CoachPipelines(configuration)
    }
    for user in ["u02", "u03"] {
      try workers[0].store.save(UserPreferences(notifyEmail: true, updatedAt: "t"), as: Principal(user: user))
    }
    async let left = workers[0].checkIn(.daily)
    async let right = workers[1].checkIn(.daily)
    let reports = try await [left, right]
    for user in ["u02", "u03"] { #expect(reports.count { $0.results[user] == .ran(.completed) } == 1) }
    let messages = try workers[0].configuration.outbox.unsent(limit: 10)
    #expect(Set(messages.map(\.user)).count == messages.count && messages.contains { $0.user == "u03" })
  }

  @Test("a clock that jumps over a midnight and back brings no user a second check-in of a date")
  func jumps() async throws {
    let fixture = try PipelineFixture(["F03"])
    try fixture.askForMail("u03")
    let instants = [
      ("2026-08-14T18:29:59Z", "2026-08-14"), ("2026-08-16T18:30:00Z", "2026-08-17"),
      ("2026-08-14T18:29:58Z", "2026-08-14"), ("2026-08-16T18:30:01Z", "2026-08-17"),
    ]
    for (step, (instant, date)) in instants.enumerated() {
      fixture.clock.set(try Date.ISO8601FormatStyle().parse(instant))
      let report = try await fixture.pipelines.checkIn(.daily)
      #expect(report.date.description == date && report.heldElsewhere.isEmpty)
      #expect(report.results == ["u03": step < 2 ? .ran(.completed) : .alreadyDone])
    }
    let days = try fixture.store.unsent(limit: 10).map(\.day.description)
    #expect(Set(days).count == days.count && days.contains("2026-08-14"))
  }

  @Test("cut off between the end of the session and its notification, the next call sends it")
  func notified() async throws {
    var fixture = try PipelineFixture(["F03"])
    try fixture.askForMail("u03")
    fixture.configuration.outbox = FailingOutbox()
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .failed(code: "store_failed")])
    fixture.configuration.outbox = FailingOutbox(base: fixture.store)
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .failed(code: "store_failed")])
    fixture.configuration.outbox = fixture.store
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .alreadyDone])
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .alreadyDone])
    #expect(try fixture.store.unsent(limit: 10).count == 1)
  }

  @Test("at 18:30 UTC it is tomorrow in India, and the next check-in is due")
  func midnight() async throws {
    let fixture = try PipelineFixture(["F03"])
    fixture.clock.set(try Date.ISO8601FormatStyle().parse("2026-08-14T18:29:59Z"))
    let evening = try await fixture.pipelines.checkIn(.daily)
    fixture.clock.advance(1)
    let morning = try await fixture.pipelines.checkIn(.daily)
    #expect([evening, morning].map(\.date.description) == ["2026-08-14", "2026-08-15"])
    #expect([evening, morning].map(\.results) == [["u03": .ran(.completed)], ["u03": .ran(.completed)]])
  }

  /// Loses the connection: before the message is kept, or, over another outbox, after.
  private struct FailingOutbox: OutboxStore {
    var base: SQLiteCoachStore?

    func enqueue(_ message: OutboxMessage, at time: String, as principal: Principal) throws(CoachError)
      -> Bool
    {
      if let base { try base.enqueue(message, at: time, as: principal) }
      throw CoachError(.storeFailed, "the outbox is gone")
    }
    func unsent(limit: Int) throws(CoachError) -> [OutboxMessage] { [] }
    func markSent(_ ids: [String], at time: String) throws(CoachError) {}
  }

  /// A source something happens at.
  private struct SlowSource: PortfolioSource {
    let base: StubSource
    let happens: @Sendable (String) async throws -> Void

    func users() -> [String] { base.users() }
    func holders(of schemes: Set<String>) throws -> [String] { try base.holders(of: schemes) }
    func snapshot(of user: String, asOf day: CivilDate) async throws -> PortfolioSnapshot? {
      try await happens(user)
      return try base.snapshot(of: user, asOf: day)
    }
  }

  /// An agent whose tool says that it was called, and comes back only when it is let go.
  private struct Stalled: WritingAgent {
    let name: String
    let tool: any CoachTool

    func tools(for reading: SnapshotReading, facts: FactSet) -> [any CoachTool] { [tool] }
    func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief] { [] }

    /// The tool of one of the three agents that begin, nil for the others.
    static func tools(
      of agent: String, _ reached: AsyncStream<Void>.Continuation, _ gate: StopSignal
    ) -> (any CoachTool)? {
      switch agent {
      case AgentName.goalInsights: Tool<GoalMath>(reached: reached, gate: gate)
      case AgentName.performance: Tool<PortfolioReader>(reached: reached, gate: gate)
      case AgentName.allocation: Tool<AllocationMath>(reached: reached, gate: gate)
      default: nil
      }
    }

    private struct Tool<Real: CoachTool>: CoachTool {
      static var name: String { Real.name }
      static var version: String { Real.version }
      let reached: AsyncStream<Void>.Continuation
      let gate: StopSignal
      var arguments: JSONObject { [:] }

      func run() async throws -> [Fact] {
        reached.yield()
        await gate.wait()
        return []
      }
    }
  }
}
