import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Whatever an agent or its model does, the session ends, once, and nothing unproved is published.
@Suite("An agent that is wrong")
struct BrokenAgentTests {
  /// An agent that stands in for goal insights.
  private struct Stand: WritingAgent {
    var name: String { AgentName.goalInsights }
    var asked: @Sendable (SnapshotReading) throws -> [any CoachTool] = { _ in [] }
    let say: @Sendable (GivenFacts) throws(CoachError) -> [ArtifactBrief]

    func tools(for reading: SnapshotReading, facts: FactSet) throws -> [any CoachTool] { try asked(reading) }
    func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief] { try say(given) }
  }

  private struct Refusal: Error {}

  private func run(_ agent: Stand, model: String = "composer") async throws -> RunRecord {
    var fixture = try EngineFixture()
    fixture.configuration.roster = AgentRoster { name, policy in
      if name == AgentName.goalInsights { return agent }
      return try? AgentRoster.standard.agent(name, under: policy)
    }
    return try await fixture.run("F02", model: model)
  }

  private func expectDegraded(_ record: RunRecord, code: String) {
    #expect(record.outcome == .completed)
    #expect(record.events.filter(\.type.isTerminal).count == 1)
    let end = record.events.first {
      $0.type == .agentFinished && $0.data["node"]?.string == AgentName.goalInsights
    }
    #expect(end?.data["error"]?["code"]?.string == code)
    #expect(!record.artifacts.insights.contains { $0.agent == AgentName.goalInsights })
  }

  @Test("one that throws degrades the run and does not end it")
  func throwsError() async throws {
    let decides = Stand { _ throws(CoachError) in throw CoachError(.missingFact, "nothing is known") }
    expectDegraded(try await run(decides), code: "missing_fact")
    let asks = Stand(asked: { _ in throw Refusal() }, say: { _ throws(CoachError) in [] })
    expectDegraded(try await run(asks), code: "agent_failed")
  }

  @Test("one that says nothing leaves the rest as it is")
  func saysNothing() async throws {
    let record = try await run(Stand { _ throws(CoachError) in [] })
    #expect(record.outcome == .completed && record.error == nil)
    #expect(!record.artifacts.insights.contains { $0.agent == AgentName.goalInsights })
  }

  @Test("a tool it may not call is denied, and the denial is an event")
  func deniedTool() async throws {
    let agent = Stand(
      asked: { [PortfolioReader(inputs: $0.inputs)] }, say: { _ throws(CoachError) in [] })
    let record = try await run(agent)
    expectDegraded(record, code: "tool_denied")
    let denial = record.events.first { $0.type == .toolDenied }
    #expect(denial?.data["reason"]?.string == ToolBox.Denial.notAllowed.rawValue)
    #expect(denial?.data["tool"]?.string == PortfolioReader.name)
  }

  @Test("limits on calls, size and time are denials too", arguments: ["calls", "facts", "bytes", "time"])
  func limits(kind: String) async throws {
    var fixture = try EngineFixture()
    switch kind {
    case "calls": fixture.configuration.toolLimits.calls = 1
    case "facts": fixture.configuration.toolLimits.facts = 3
    case "bytes": fixture.configuration.toolLimits.bytes = 100
    default: fixture.configuration.toolLimits.nanoseconds = 0
    }
    let record = try await fixture.run("F02")
    let reasons = Set(
      record.events.filter { $0.type == .toolDenied }.compactMap { $0.data["reason"]?.string })
    let expected: ToolBox.Denial =
      switch kind {
      case "calls": .tooManyCalls
      case "time": .tooSlow
      default: .tooLarge
      }
    #expect(reasons == [expected.rawValue])
    #expect(record.events.filter(\.type.isTerminal).count == 1)
  }

  @Test("a model that answers nothing, ten megabytes or an error is replaced by the template")
  func brokenAnswers() async throws {
    for answer in [nil, "", String(repeating: "a", count: 10_000_000)] {
      var fixture = try EngineFixture()
      fixture.configuration.models = ModelCatalog(extra: [Answering(text: answer)])
      let record = try await fixture.run("F02", model: "answering")
      #expect(record.outcome == .completed)
      #expect(!record.writers.isEmpty && record.writers.allSatisfy { $0.author == .template })
      #expect(record.events.filter(\.type.isTerminal).count == 1)
    }
  }

  /// Answers everything with the same text, or not at all.
  private struct Answering: LanguageModel {
    let text: String?
    var name: String { "answering" }
    var provenance: String { "embedded" }

    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      guard let text else { throw CoachError(.modelFailed, "no answer") }
      return ModelResponse(text: text, usage: TokenUsage(calls: 1), finish: "stop")
    }
  }
}
