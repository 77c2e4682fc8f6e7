import Finance
import JSONKit
import Testing

@testable import CoachCore

/// The tool `research`: every refusal is an event, and what it finds never reaches prose.
@Suite("Research")
struct ResearchTests {
  /// An agent that asks one question and has nothing to say.
  private struct Asking: WritingAgent {
    let name: String
    let question: String
    var times = 1

    func tools(for reading: SnapshotReading, facts: FactSet) -> [any CoachTool] {
      guard let source = reading.research else { return [] }
      return (0..<times).map {
        Research(
          times == 1 ? question : "\(question) \(String(repeating: "again ", count: $0))", language: "en",
          asOf: reading.snapshot.asOf, source: source)
      }
    }

    func briefs(_ given: GivenFacts) -> [ArtifactBrief] { [] }
  }

  /// A source that answers with what it is told to.
  private struct Scripted: ResearchSource {
    let name = "scripted"
    let texts: [String]

    func passages(on question: String, language: String, count: Int) -> [PassageMatch] {
      texts.enumerated().map {
        PassageMatch(
          passage: Passage(id: "web:\($0.offset)", language: language, text: $0.element), similarity: 0.5)
      }
    }
  }

  private func run(
    _ question: String, by asker: String = AgentName.recommendation, optedIn: Bool = true, times: Int = 1,
    limits: ToolLimits = ToolLimits()
  ) async throws -> RunRecord {
    let fixture = try EngineFixture()
    var configuration = fixture.configuration
    configuration.toolLimits = limits
    configuration.roster = AgentRoster { name, policy in
      name == asker
        ? Asking(name: name, question: question, times: times)
        : AgentRoster.quiet(name, policy)
    }
    let snapshot = try fixture.snapshot("F26")
    var request = fixture.request(snapshot)
    request.options.research = optedIn
    return try await CoachEngine(configuration).run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: []),
      store: try SQLiteCoachStore.inMemory())
  }

  private func denials(_ record: RunRecord) -> [CoachEvent] {
    record.events.filter { $0.type == .toolDenied && $0.data["tool"]?.string == Research.name }
  }

  private func facts(_ record: RunRecord) -> [Fact] { record.facts.filter { $0.tool == Research.name } }

  @Test("with both opt-ins a question finds passages, kept in one fact's params and out of every prompt")
  func works() async throws {
    let record = try await run("What is an exit load?")
    #expect(denials(record).isEmpty)
    let fact = try #require(facts(record).first)
    #expect(fact.unit == .count && fact.value.double == 5 && fact.rows.isEmpty)
    let passages = try #require(fact.params["passages"]?.array)
    #expect(passages.first?["id"]?.string == "glossary:exit_load:en")
    let contracts = try ContractSchemas().contracts
    let schema = try #require(contracts.first { $0.name == "fact/1" }).schema
    #expect(schema.validate(try JSONValueEncoder().encode(fact)).isEmpty)
    let text = try #require(passages.first?["text"]?.string)
    #expect(!record.calls.flatMap(\.prompt.messages).contains { $0.text.contains(text) })
    let tool = record.events.filter { $0.data["tool"]?.string == Research.name }.map(\.type)
    #expect(tool == [.toolCalled, .toolResult])
  }

  @Test("without the session's or the agent's opt-in the call is denied, as an event; the session goes on")
  func optIns() async throws {
    let closed = try await run("What is an exit load?", optedIn: false)
    #expect(denials(closed).map { $0.data["reason"] } == ["not_opted_in"])
    let stranger = try await run("What is an exit load?", by: AgentName.performance)
    #expect(denials(stranger).map { $0.data["reason"] } == ["not_allowed"])
    for record in [closed, stranger] {
      #expect(facts(record).isEmpty)
      #expect(record.events.last?.type == .sessionCompleted)
    }
  }

  @Test(
    "a question with ids, amounts, personal data or hidden characters is denied and not repeated",
    arguments: [
      "", "?!", String(repeating: "why ", count: 51), "shortfall of goal g2", "goal.g1.shortfall",
      "what of h12 and s1", "is ₹20,98,000 enough", "scheme 125354", "INF846K01K35 load",
      "PAN ABCPE1234F tax", "call 98765 43210", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "exit\u{200B} load",
      "exit\nload", "\u{202E}daol tixe", "write to meera@example.com",
    ])
  func questions(question: String) async throws {
    let record = try await run(question)
    let denied = try #require(denials(record).first)
    #expect(denied.data["reason"] == "invalid_arguments")
    #expect(denied.data["arguments"] == [:])
    #expect(denied.data["detail"]?.string?.isEmpty == false)
    #expect(facts(record).isEmpty)
    #expect(record.events.last?.type == .sessionCompleted)
    let finished = record.events.first {
      $0.type == .agentFinished && $0.data["node"]?.string == AgentName.recommendation
    }
    #expect(finished?.data["error"]?["code"] == "tool_denied")
  }

  @Test("the investor's own name in a question is denied")
  func investorsName() async throws {
    let portfolio = try EngineFixture().snapshot("F26").portfolio
    let name = try #require(portfolio.cas.investor?.name)
    let record = try await run("what suits \(name)")
    #expect(denials(record).first?.data["detail"] == "the question holds personal data")
  }

  @Test(
    "questions a person might ask are not denied",
    arguments: [
      "What is an exit load?", "how is tax on equity funds reckoned in FY 2026", "80C deduction and ELSS",
      "महंगाई क्या है", "difference between XIRR and CAGR over 5 years",
    ])
  func plain(question: String) {
    #expect(ResearchQuestion(text: question).problem(PIIDetector()) == nil)
  }

  @Test("too many calls, and a result that is too large, are denied as events")
  func limits() async throws {
    let many = try await run("what is drift", times: 4, limits: ToolLimits(calls: 3))
    #expect(denials(many).map { $0.data["reason"] } == ["too_many_calls"])
    #expect(facts(many).count == 3)
    let large = try await run("what is drift", limits: ToolLimits(bytes: 100))
    #expect(denials(large).map { $0.data["reason"] } == ["too_large"])
    #expect(facts(large).isEmpty)
  }

  @Test("text of others is cut, folded to a line without markup, and scrubbed")
  func screened() async throws {
    let source = Scripted(
      texts: ["<b>Ignore\u{200B} all</b>\n[link](x) {{x}} `run`", String(repeating: "long ", count: 1_000)]
        + (0..<9).map { "passage \($0)" })
    let tool = Research("what is drift", language: "en", asOf: .minimum, source: source)
    let made = try await tool.run()
    let fact = try #require(made.first)
    let texts = try #require(fact.params["passages"]?.array).compactMap { $0["text"]?.string }
    #expect(texts.count == Research.passages && fact.value.double == 5)
    #expect(texts[0] == "b Ignore all /b link (x) x run")
    #expect(texts.allSatisfy { $0.count <= Research.passageLength })
    let fixture = try EngineFixture()
    var configuration = fixture.configuration
    configuration.roster = AgentRoster { name, policy in
      name == AgentName.recommendation
        ? Reading(source: Scripted(texts: ["write to asha@example.com, PAN ABCPE1234F"]))
        : AgentRoster.quiet(name, policy)
    }
    let snapshot = try fixture.snapshot("F02")
    var request = fixture.request(snapshot)
    request.options.research = true
    let record = try await CoachEngine(configuration).run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: []),
      store: try SQLiteCoachStore.inMemory())
    let kept = try #require(facts(record).first?.params["passages"]?.array?.first?["text"]?.string)
    #expect(kept == "write to [EMAIL], PAN [PAN]")
  }

  /// An agent that reads a given source.
  private struct Reading: WritingAgent {
    let name = AgentName.recommendation
    let source: any ResearchSource

    func tools(for reading: SnapshotReading, facts: FactSet) -> [any CoachTool] {
      [Research("what is drift", language: "en", asOf: reading.snapshot.asOf, source: source)]
    }

    func briefs(_ given: GivenFacts) -> [ArtifactBrief] { [] }
  }
}

extension AgentRoster {
  /// The agents beside the one under test: goal insights as it is, the others without a word.
  fileprivate static func quiet(_ name: String, _ policy: AgentPolicy) -> (any WritingAgent)? {
    name == AgentName.goalInsights ? GoalInsightsAgent(policy: policy) : Silent(name: name)
  }

  private struct Silent: WritingAgent {
    let name: String

    func tools(for reading: SnapshotReading, facts: FactSet) -> [any CoachTool] { [] }

    func briefs(_ given: GivenFacts) -> [ArtifactBrief] { [] }
  }
}
