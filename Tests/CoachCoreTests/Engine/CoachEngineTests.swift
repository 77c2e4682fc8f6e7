import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

@Suite("Coach engine")
struct CoachEngineTests {
  @Test("every active goal gets one insight, judged and published", arguments: EngineFixture.portfolios)
  func publishes(name: String) async throws {
    let fixture = try EngineFixture()
    let record = try await fixture.run(name)
    let goals = try fixture.snapshot(name).portfolio.goals.filter { $0.status == .active }
    #expect(record.outcome == .completed)
    let insights = record.artifacts.insights.filter { $0.agent == AgentName.goalInsights }
    #expect(insights.map(\.scopeRef) == goals.map(\.id))
    let published = Set(
      record.artifacts.insights.map(\.topicKey) + record.artifacts.recommendations.map(\.topicKey))
    #expect(Set(record.verdicts.filter(\.accepted).map(\.topicKey)) == published)
    let finished = record.events.filter { $0.type == .agentFinished }.compactMap { $0.data["node"]?.string }
    #expect(Set(finished) == Set(record.plan.nodes.map(\.id)) && finished.count == record.plan.nodes.count)
    #expect(record.writers.allSatisfy { $0.author == .model && $0.attempts == 1 })
    #expect(record.qa?.verdict == .pass)
    #expect(record.qa?.ungrounded.isEmpty == true)
  }

  @Test("facts equal those derived independently, to the paisa", arguments: EngineFixture.portfolios)
  func expectedFacts(name: String) async throws {
    let fixture = try EngineFixture(simulation: .standard)
    let record = try await fixture.run(name)
    let facts = Dictionary(uniqueKeysWithValues: record.facts.map { ($0.id, $0) })
    let expected = try fixture.snapshot(name).portfolio.expected.facts
    #expect(expected.count > 20)
    for (id, value) in expected {
      let fact = try #require(facts[id], "\(id) was not made")
      switch (value, fact.value) {
      case (.string(let wanted), .text(let text)): #expect(text == wanted, "\(id)")
      case (.number(let wanted), .number(let number)):
        let tolerance = fact.unit == .inr ? 0 : 1e-9 * abs(wanted.double)
        #expect(
          abs(number.double - wanted.double) <= tolerance, "\(id): \(number.text), expected \(wanted.text)")
      default: Issue.record("\(id) is of another type")
      }
    }
    // A tool whose facts are derived at all has all of them derived; other tools have derivations of their own.
    let derived = Set(expected.keys.compactMap { facts[$0]?.tool })
    let tools = [PortfolioReader.name, GoalSimulation.name].filter(derived.contains)
    for fact in record.facts where tools.contains(fact.tool) {
      #expect(expected[fact.id] != nil, "\(fact.id) was not expected")
    }
  }

  @Test(
    "the same request gives the same canonical record, whatever the clock says",
    arguments: EngineFixture.portfolios)
  func repeats(name: String) async throws {
    let first = try await EngineFixture().run(name)
    let second = try await EngineFixture(startingAt: 1_900_000_000).run(name)
    #expect(try first.canonical() == second.canonical())
    #expect(first.timings != second.timings)
    let other = try await EngineFixture().run(name, seed: 2)
    #expect(other.session != first.session)
  }

  @Test("events are gapless, stored before they are seen, and end once")
  func events() async throws {
    let store = try SQLiteCoachStore.inMemory()
    let record = try await EngineFixture().run("F02", store: store)
    #expect(record.events.map(\.seq) == Array(1...record.events.count))
    #expect(record.events.filter(\.type.isTerminal).count == 1)
    #expect(record.events.last?.type == .sessionCompleted)
    let owner = Principal(user: try #require(record.request?.user))
    #expect(try store.events(session: record.session, after: 0, as: owner) == record.events)
    // Tasks run side by side: the store has the order of writing, the record that of the plan.
    let stored = try store.insights(session: record.session, as: owner)
    #expect(Set(stored) == Set(record.artifacts.insights) && stored.count == record.artifacts.insights.count)
    #expect(try store.session(record.session, as: owner)?.status == .succeeded)
    let tools = record.events.filter { $0.type == .toolResult }.count
    #expect(tools > 0 && tools == record.toolCalls)
  }

  @Test("every fact, artifact and event passes its schema", arguments: EngineFixture.portfolios)
  func schemas(name: String) async throws {
    let contracts = try ContractSchemas().contracts
    func violations(_ value: some Encodable, _ contract: String) throws -> [JSONSchemaViolation] {
      try #require(contracts.first { $0.name == contract }).schema.validate(
        try JSONValueEncoder().encode(value))
    }
    let record = try await EngineFixture().run(name)
    for fact in record.facts { #expect(try violations(fact, "fact/1").isEmpty, "\(fact.id)") }
    for event in record.events { #expect(try violations(event, "event/1").isEmpty, "\(event.type)") }
    for insight in record.artifacts.insights { #expect(try violations(insight, "insight/1").isEmpty) }
    #expect(try violations(try #require(record.qa), "qa_report/1").isEmpty)
    #expect(try violations(try #require(record.request), "request/1").isEmpty)
  }

  @Test("a run record survives JSON")
  func roundTrip() async throws {
    let record = try await EngineFixture().run("F03")
    let json = try JSONValueEncoder().encode(record)
    let back = try JSONValueDecoder().decode(RunRecord.self, from: try JSONValue(parsing: json.compact()))
    #expect(try back.canonical() == record.canonical())
    #expect(back.timings == record.timings)
  }

  @Test("a request for another user, another date or an unknown goal begins no session")
  func refusals() async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F02")
    let good = fixture.request(snapshot)
    var stranger = good
    stranger.user = "u99"
    var tomorrow = good
    tomorrow.asOf = try #require(CivilDate(iso: "2026-08-15"))
    var ghost = good
    ghost.scope = ["g9"]
    var model = good
    model.options.model = "gpt-9"
    var variant = good
    variant.options.variant = "ghost"
    let store = try SQLiteCoachStore.inMemory()
    let engine = CoachEngine(fixture.configuration)
    for (request, code) in [
      (stranger, CoachError.Code.unknownUser), (tomorrow, .invalidRequest), (ghost, .invalidRequest),
      (model, .unknownModel), (variant, .unknownVariant),
    ] {
      let identity = RunIdentity(seed: 1, scope: ["refused"])
      let error = await #expect(throws: CoachError.self) {
        try await engine.run(request, snapshot: snapshot, identity: identity, store: store)
      }
      #expect(error?.code == code)
      #expect(try store.session(identity.uuid("session"), as: Principal(user: request.user)) == nil)
    }
  }

  @Test("a language nobody writes yet ends the session as failed, with one terminal event")
  func language() async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F02")
    var request = fixture.request(snapshot)
    request.options.language = "ta"
    let record = try await CoachEngine(fixture.configuration).run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: []),
      store: try SQLiteCoachStore.inMemory())
    #expect(record.outcome == .failed)
    #expect(record.error?.code == "unsupported_language")
    #expect(record.events.filter(\.type.isTerminal).map(\.type) == [.sessionFailed])
    #expect(record.artifacts.insights.isEmpty)
  }

  @Test("a scope picks goals")
  func scope() async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F02")
    let record = try await CoachEngine(fixture.configuration).run(
      fixture.request(snapshot, scope: ["g2"]), snapshot: snapshot, identity: RunIdentity(seed: 1, scope: []),
      store: try SQLiteCoachStore.inMemory())
    let insights = record.artifacts.insights.filter { $0.agent == AgentName.goalInsights }
    #expect(insights.map(\.scopeRef) == ["g2"])
  }

  @Test("an event fits the store, and a large result is told in numbered parts that lose no fact")
  func eventSizes() async throws {
    let record = try await EngineFixture().run("F29")
    for event in record.events {
      #expect(JSONValue.object(event.data).compact().utf8.count <= 65_536, "\(event.seq)")
    }
    let facts = (0..<1000).map { JSONValue.string("\($0) " + String(repeating: "x", count: 300)) }
    let parts = ToolResultParts.events(
      ["tool": "t"], facts: facts, sizes: facts.map { $0.compact().utf8.count })
    #expect(parts.count > 1)
    #expect(parts.compactMap { $0["part"] } == (1...parts.count).map { .number(JSONNumber($0)) })
    #expect(parts.flatMap { $0["facts"]?.array ?? [] } == facts)
    #expect(parts.allSatisfy { JSONValue.object($0).compact().utf8.count <= 65_536 })
    #expect(ToolResultParts.events(["tool": "t"], facts: [], sizes: []) == [["tool": "t", "facts": []]])
  }

  @Test("one agent runs alone on given facts")
  func oneAgent() async throws {
    let fixture = try EngineFixture()
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    let record = try await CoachEngine(fixture.configuration).run(
      agent: "goal_insights", given: given, options: .init(), identity: RunIdentity(seed: 1, scope: []),
      store: try SQLiteCoachStore.inMemory())
    #expect(record.kind == .agent && record.outcome == .completed)
    #expect(record.artifacts.insights.map(\.topicKey) == ["goal:g2:gap:behind"])
    #expect(record.artifacts.insights.first?.severity == .attention)
    #expect(record.toolCalls == 0)
  }

  @Test("given facts that lack one the agent needs end the run as failed, naming it")
  func missingFact() async throws {
    let fixture = try EngineFixture()
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    let fewer = GivenFacts(
      asOf: given.asOf, user: given.user, goals: given.goals,
      facts: try FactSet(given.facts.facts.filter { $0.id != "goal.g2.band" }))
    let record = try await CoachEngine(fixture.configuration).run(
      agent: "goal_insights", given: fewer, options: .init(), identity: RunIdentity(seed: 1, scope: []),
      store: try SQLiteCoachStore.inMemory())
    #expect(record.outcome == .failed)
    #expect(record.error?.message.contains("goal.g2.band") == true)
    #expect(record.events.last?.type == .sessionFailed)
  }

  @Test("a cancelled run ends as cancelled, once")
  func cancelled() async throws {
    let fixture = try EngineFixture()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await fixture.run("F02")
    }
    let record = try await task.value
    #expect(record.outcome == .cancelled)
    #expect(record.events.filter(\.type.isTerminal).map(\.type) == [.sessionCancelled])
    #expect(record.calls.isEmpty)
  }
}
