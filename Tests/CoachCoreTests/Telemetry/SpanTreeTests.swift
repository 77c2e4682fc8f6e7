import InMemoryTracing
import JSONKit
import Testing
import Tracing

@testable import CoachCore

/// The spans of a run are the run itself: one for each thing it did, inside what did it.
@Suite("Span tree")
struct SpanTreeTests {
  private func traced(
    _ name: String, _ model: String = "composer", extra: [any LanguageModel] = []
  ) async throws -> (RunRecord, [FinishedInMemorySpan]) {
    let tracer = InMemoryTracer()
    var fixture = try EngineFixture()
    fixture.configuration.models = ModelCatalog(extra: extra)
    let configured = fixture
    let record = try await withTracer(tracer) { () async throws in
      try await configured.run(name, model: model)
    }
    #expect(tracer.activeSpans.isEmpty)
    return (record, tracer.finishedSpans)
  }

  private func text(_ span: FinishedInMemorySpan, _ name: String) -> String? {
    if case .string(let value)? = span.attributes.get(name) { value } else { nil }
  }

  private func count(_ span: FinishedInMemorySpan, _ name: String) -> Int64? {
    if case .int64(let value)? = span.attributes.get(name) { value } else { nil }
  }

  /// What a task did by the record: its tools in the order of calling, then its questions to the model.
  private func deeds(of node: String, in record: RunRecord) -> [String] {
    let results = record.events.filter {
      $0.type == .toolResult && $0.data["node"]?.string == node && $0.data["part"] ?? 1 == 1
    }
    return results.compactMap { $0.data["tool"]?.string.map { "execute_tool \($0)" } }
      + record.calls.filter { $0.node == node }.map { "chat \($0.model)" }
  }

  @Test(
    "a run, its agents, their tools and questions: each a span in its place, none beside them",
    arguments: [("F02", "composer"), ("F03", "faulty:invent_number"), ("F26", "composer")])
  func tree(name: String, model: String) async throws {
    let (record, spans) = try await traced(name, model)
    let roots = spans.filter { $0.parentSpanID == nil }
    let run = try #require(roots.first)
    #expect(roots.count == 1 && run.operationName == "invoke_workflow coach")
    let agents = spans.filter { $0.parentSpanID == run.spanID }
    #expect(
      agents.map(\.operationName).sorted() == record.plan.nodes.map { "invoke_agent \($0.agent)" }.sorted())
    var seen = 1 + agents.count
    for agent in agents {
      let node = try #require(text(agent, "coach.node"))
      // Spans are listed as they end, and within a task one thing ends before the next begins.
      let done = spans.filter { $0.parentSpanID == agent.spanID }.map(\.operationName)
      #expect(done == deeds(of: node, in: record), "\(node)")
      seen += done.count
    }
    #expect(spans.count == seen && seen > 1 + agents.count)
  }

  @Test("spans carry the GenAI names: operation, conversation, agent, tool, model, tokens, finish")
  func attributes() async throws {
    let (record, spans) = try await traced("F03")
    let operations = ["invoke_workflow", "invoke_agent", "execute_tool", "chat"]
    #expect(Set(spans.compactMap { text($0, "gen_ai.operation.name") }) == Set(operations))
    for span in spans {
      #expect(text(span, "gen_ai.conversation.id") == record.session)
      #expect(text(span, "coach.run.id") == RunIdentity(seed: 1, scope: ["F03"]).run(after: 0))
      let subject = span.operationName.split(separator: " ").last.map(String.init)
      switch text(span, "gen_ai.operation.name") {
      case "invoke_workflow":
        #expect(text(span, "gen_ai.workflow.name") == subject && text(span, "coach.trigger") == "on_demand")
        #expect(text(span, "coach.outcome") == "completed" && span.kind == .internal)
      case "invoke_agent":
        #expect(text(span, "gen_ai.agent.name") == subject && count(span, "coach.attempt") == 1)
      case "execute_tool":
        #expect(text(span, "gen_ai.tool.name") == subject && text(span, "gen_ai.tool.type") == "function")
      default:
        #expect(text(span, "gen_ai.request.model") == subject && span.kind == .client)
        #expect(count(span, "gen_ai.request.max_tokens") != nil)
        #expect(span.attributes.get("gen_ai.response.finish_reasons") != nil)
      }
    }
    let chats = spans.filter { text($0, "gen_ai.operation.name") == "chat" }
    let tokens = ["gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens"].map { name in
      chats.compactMap { count($0, name) }.reduce(0, +)
    }
    #expect(tokens == [Int64(record.usage.inputTokens), Int64(record.usage.outputTokens)])
  }

  @Test("a task that is tried again has a span for each attempt, and each question that failed says so")
  func attempts() async throws {
    let (record, spans) = try await traced("F01", "silent", extra: [Silent()])
    #expect(record.outcome == .completed)
    let chats = spans.filter { $0.operationName == "chat silent" }
    #expect(!chats.isEmpty)
    for chat in chats {
      #expect(text(chat, "error.type") == "model_failed" && chat.status?.code == .error)
      #expect(count(chat, "gen_ai.usage.input_tokens") == nil)
    }
    for node in record.plan.nodes {
      let agents = spans.filter { $0.operationName == "invoke_agent \(node.agent)" }
      let numbers = agents.compactMap { count($0, "coach.attempt") }
      #expect(numbers == Array(1...Int64(max(1, agents.count))), "\(node.id)")
      let asked = chats.contains { chat in agents.contains { $0.spanID == chat.parentSpanID } }
      #expect(asked == (agents.count > 1), "\(node.id)")
    }
  }

  /// A model that never answers.
  private struct Silent: LanguageModel {
    let name = "silent"
    let provenance = "embedded"

    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      throw CoachError(.modelFailed, "no answer")
    }
  }
}
