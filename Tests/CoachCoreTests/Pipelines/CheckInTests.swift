import Finance
import Foundation
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

  @Test("a worker whose lease has run out stops, and the next call does the rest")
  func lostLease() async throws {
    var fixture = try PipelineFixture(["F03"])
    fixture.configuration.leaseDuration = .zero
    let first = try await fixture.pipelines.checkIn(.daily)
    #expect(first.results.isEmpty && first.lost.count == 1)
    fixture.configuration.leaseDuration = .seconds(600)
    #expect(try await fixture.pipelines.checkIn(.daily).results == ["u03": .ran(.completed)])
  }

  @Test("cut off between the end of the session and its notification, the next call sends it")
  func notified() async throws {
    var fixture = try PipelineFixture(["F03"])
    try fixture.askForMail("u03")
    fixture.configuration.outbox = FailingOutbox()
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

  private struct FailingOutbox: OutboxStore {
    func enqueue(_ message: OutboxMessage, at time: String, as principal: Principal) throws(CoachError)
      -> Bool
    {
      throw CoachError(.storeFailed, "the outbox is gone")
    }
    func unsent(limit: Int) throws(CoachError) -> [OutboxMessage] { [] }
    func markSent(_ ids: [String], at time: String) throws(CoachError) {}
  }
}
