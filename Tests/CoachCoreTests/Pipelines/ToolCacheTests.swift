import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// A result that was kept stands for the call, and nothing shows that it was.
@Suite("Tool cache")
struct ToolCacheTests {
  private func run(_ fixture: PipelineFixture, cache: ToolCache?, seed: UInt64 = 1) async throws -> RunRecord
  {
    var configuration = fixture.configuration.engine
    configuration.toolCache = cache
    let day = try #require(CivilDate(iso: "2026-08-14"))
    let snapshot = try #require(try fixture.source.snapshot(of: "u02", asOf: day))
    return try await CoachEngine(configuration).run(
      CoachRequest(user: "u02", asOf: day), snapshot: snapshot,
      identity: RunIdentity(seed: seed, scope: ["cache"]), store: SQLiteCoachStore.inMemory())
  }

  @Test("a run from the cache is byte for byte the run without one, events and all, and computes nothing")
  func transparent() async throws {
    let fixture = try PipelineFixture()
    let tools = ToolMetrics()
    try await tools.counting {
      let plain = try await run(fixture, cache: nil)
      let cache = ToolCache(values: MemoryKVStore(), revision: "r1")
      let cold = try await run(fixture, cache: cache)
      let computed = tools.computed
      let warm = try await run(fixture, cache: cache)
      #expect(try cold.canonical() == plain.canonical())
      #expect(try warm.canonical() == plain.canonical())
      #expect(tools.computed == computed && warm.toolCalls == plain.toolCalls)
    }
  }

  @Test("another revision of the rules, another owner and the end of its life find nothing")
  func misses() async throws {
    let fixture = try PipelineFixture()
    let values = MemoryKVStore()
    let tools = ToolMetrics()
    try await tools.counting {
      _ = try await run(fixture, cache: ToolCache(values: values, revision: "r1"))
      let once = tools.computed
      _ = try await run(fixture, cache: ToolCache(values: values, revision: "r2"))
      #expect(tools.computed == 2 * once)
      fixture.clock.advance(8 * 86_400)
      _ = try await run(fixture, cache: ToolCache(values: values, revision: "r1"))
      #expect(tools.computed == 3 * once)
    }
    let day = try #require(CivilDate(iso: "2026-08-14"))
    let snapshot = try #require(try fixture.source.snapshot(of: "u02", asOf: day))
    let cache = ToolCache(values: values, revision: "r1")
    let tool = PortfolioReader(inputs: try SnapshotInputs(snapshot))
    let keys = try ["u02", "u03"].compactMap { try cache.key(of: tool, for: $0) }
    #expect(Set(keys).count == 2 && keys[0].hasPrefix("u:u02:tool:portfolio_reader:"))
  }

  @Test("a store that fails or holds rubbish is a cache that holds nothing")
  func broken() async throws {
    let fixture = try PipelineFixture()
    let plain = try await run(fixture, cache: nil)
    for values in [BrokenValues(answer: nil), BrokenValues(answer: "{not json")] {
      let record = try await run(fixture, cache: ToolCache(values: values, revision: "r1"))
      #expect(try record.canonical() == plain.canonical())
    }
  }

  @Test(
    "whatever number, date or choice of a portfolio changes, a key that stays the same has the same facts",
    arguments: ["F02", "F03"])
  func soundness(name: String) async throws {
    let file = ProjectFolder.root.appending(path: "fixtures/portfolios/\(name).json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let fixture = try EngineFixture()
    var real: [String: [Fact]] = [:]
    for (key, tool) in try calls(on: text, fixture) { real[key] = try await tool.run() }
    let places = text.ranges(of: /[0-9]+|true|false|"active"|"aggressive"|"moderate"|null/)
    var random = SplitMix(seed: 7)
    // All of what is not a statement line, and some of the lines.
    let statement = try #require(text.range(of: "\"cas\"")).lowerBound
    let lines = places.filter { $0.lowerBound >= statement }
    let chosen =
      places.filter { $0.lowerBound < statement }
      + (0..<20).compactMap { _ in lines.randomElement(using: &random) }
    var moved = 0
    for place in chosen {
      let changed = text.replacingCharacters(in: place, with: Self.other(text[place]))
      // A change that leaves no valid portfolio says nothing.
      for (key, tool) in (try? calls(on: changed, fixture)) ?? [] {
        guard let known = real[key] else {
          moved += 1
          continue
        }
        #expect(try await tool.run() == known, "…\(text[..<place.upperBound].suffix(60))")
      }
    }
    #expect(moved > 50)
  }

  /// Something else of the same kind: a number that differs in its last digit, another word.
  private static func other(_ token: Substring) -> String {
    switch token {
    case "true": return "false"
    case "false": return "true"
    case "null": return "1"
    case "\"active\"": return "\"paused\""
    case "\"aggressive\"", "\"moderate\"": return "\"conservative\""
    default:
      let digit = token.last?.wholeNumberValue ?? 0
      return token.dropLast() + (digit == 9 ? "8" : "\(digit + 1)")
    }
  }

  /// The calls on a portfolio, each with its key in the cache.
  private func calls(on text: String, _ fixture: EngineFixture) throws -> [(String, any CoachTool)] {
    let snapshot = try fixture.snapshot(of: try Portfolio(json: JSONValue(parsing: text)))
    let configuration = fixture.configuration
    let reading = try SnapshotReading(
      inputs: SnapshotInputs(snapshot), goals: snapshot.portfolio.goals.filter { $0.status == .active },
      market: configuration.market, policy: configuration.policy, rules: configuration.rules,
      simulation: .closedForm)
    let policy = try AgentPolicy(configuration.policy, on: snapshot.asOf)
    var tools: [any CoachTool] = []
    for agent in [AgentName.performance, AgentName.allocation, AgentName.goalInsights] {
      tools += try AgentRoster.standard.agent(agent, under: policy).tools(for: reading, facts: .empty)
    }
    for goal in reading.goals {
      tools += ActionEffect.Step.allCases.map {
        ActionEffect(step: $0, goal: goal, inputs: reading.inputs, policy: reading.policy)
      }
    }
    let cache = ToolCache(values: MemoryKVStore(), revision: "r1")
    return try tools.compactMap { tool in
      try cache.key(of: tool, for: snapshot.portfolio.user.id).map { ($0, tool) }
    }
  }

  /// A store that answers every question alike, or fails.
  private struct BrokenValues: KVStore {
    let answer: String?

    private func fail() throws(CoachError) -> String {
      guard let answer else { throw CoachError(.storeFailed, "the store is gone") }
      return answer
    }

    func value(_ key: String, at time: String) throws(CoachError) -> String? { try fail() }
    func set(_ key: String, _ value: String, until expiry: String) throws(CoachError) { _ = try fail() }
    func setIfAbsent(_ key: String, _ value: String, until expiry: String, at time: String) throws(CoachError)
      -> String?
    { try fail() }
    func remove(_ key: String, expecting value: String) throws(CoachError) -> Bool {
      _ = try fail()
      return false
    }
    func removeExpired(at time: String, limit: Int) throws(CoachError) -> Int {
      _ = try fail()
      return 0
    }
  }
}
