import InMemoryTracing
import Metrics
import MetricsTestKit
import Testing
import Tracing

@testable import CoachCore

/// What tracers and meters are told of a run: ids, names, counts and codes.
@Suite("Telemetry")
struct TelemetryTests {
  private func traced(_ model: String = "composer") async throws -> (RunRecord, InMemoryTracer, TestMetrics) {
    let tracer = InMemoryTracer()
    let metrics = TestMetrics()
    let record = try await withTracer(tracer) { () async throws in
      try await withMetricsFactory(metrics) { () async throws in
        try await EngineFixture().run("F03", model: model)
      }
    }
    return (record, tracer, metrics)
  }

  private func text(_ span: FinishedInMemorySpan, _ name: String) -> String? {
    if case .string(let value)? = span.attributes.get(name) { value } else { nil }
  }

  @Test("an error leaves its code and nothing of its message; a cancelled call says so")
  func errors() async throws {
    let tracer = InMemoryTracer()
    let telemetry = RunTelemetry(session: "s1", run: "r1", clock: TestClock().runClock)
    let failures: [(any Error, String)] = [
      (CoachError(.modelFailed, "the card 4111 was refused"), "model_failed"),
      (CancellationError(), "cancelled"),
      (Surprise(), "other"),
    ]
    for (failure, code) in failures {
      await withTracer(tracer) {
        _ = await #expect(throws: (any Error).self) {
          try await telemetry.tool("t", node: "n") { () async throws -> Void in throw failure }
        }
      }
      let span = try #require(tracer.popFinishedSpans().first)
      #expect(text(span, "error.type") == code && span.status?.code == .error && span.errors.isEmpty)
    }
  }

  private struct Surprise: Error {}

  @Test("runs by outcome, rejections by rail, tokens, and durations of tools and models are counted")
  func metrics() async throws {
    let (record, _, metrics) = try await traced("faulty:invent_number")
    #expect(metrics.counterTotal(label: "coach.runs", dimensions: [("outcome", "completed")]) == 1)
    let rejected = metrics.counterTotal(label: "coach.rejections", dimensions: [("rail", "R4")])
    #expect(rejected == Int64(record.verdicts.count) && rejected > 0)
    #expect(metrics.counterTotal(label: "coach.rejections") == rejected)
    let tools = metrics.timers(label: "gen_ai.execute_tool.duration").map(\.values.count).reduce(0, +)
    #expect(tools == record.events.count { $0.type == .toolResult })
    let models = metrics.timers(label: "gen_ai.client.operation.duration").map(\.values.count).reduce(0, +)
    #expect(models == record.calls.count)
    let tokens = metrics.recorders(label: "gen_ai.client.token.usage").flatMap(\.values).reduce(0, +)
    #expect(Int(tokens) == record.usage.inputTokens + record.usage.outputTokens)
    for author in ArtifactWriter.Author.allCases {
      let published = metrics.counterTotal(
        label: "coach.artifacts", dimensions: [("author", author.rawValue)])
      #expect(published == Int64(record.writers.count { $0.author == author }))
    }
  }

  @Test("refusals are counted: of tools by reason, of models by code")
  func refusals() async throws {
    var fixture = try EngineFixture()
    fixture.configuration.toolLimits.calls = 1
    let metrics = TestMetrics()
    let limited = fixture
    let record = try await withMetricsFactory(metrics) { () async throws in try await limited.run("F02") }
    let denied = record.events.count { $0.type == .toolDenied }
    let counted = metrics.counterTotal(
      label: "coach.tool.denials", dimensions: [("reason", ToolBox.Denial.tooManyCalls.rawValue)])
    #expect(counted == Int64(denied) && denied > 0)
    let telemetry = RunTelemetry(session: "s1", run: "r1", clock: TestClock().runClock)
    let request = ModelRequest(messages: [], seed: 1, maxCompletionTokens: 1)
    await withMetricsFactory(metrics) {
      _ = await #expect(throws: CoachError.self) {
        try await telemetry.model("m", node: "n", request) { throw CoachError(.modelFailed, "no") }
      }
    }
    let failed = metrics.timers(
      label: "gen_ai.client.operation.duration",
      dimensions: [("gen_ai.request.model", "m"), ("error.type", "model_failed")])
    #expect(failed.map(\.values.count) == [1])
  }

  @Test("cost is counted where the model has a price")
  func cost() async throws {
    var fixture = try EngineFixture()
    let name = try #require(fixture.configuration.prices.names.first)
    fixture.configuration.models = ModelCatalog(extra: [Priced(name: name)])
    let metrics = TestMetrics()
    let configured = fixture
    let record = try await withMetricsFactory(metrics) { () async throws in
      try await configured.run("F03", model: name)
    }
    let day = try #require(record.request?.asOf)
    let price = try fixture.configuration.prices.price(name, on: day)
    let cost = record.calls.map { price.cost(of: $0.usage) }.reduce(0, +)
    #expect(metrics.counterTotal(label: "coach.cost.micros") == cost && cost > 0)
  }

  /// The composer under the name of a model that costs something.
  private struct Priced: LanguageModel {
    let name: String
    let provenance = "embedded"

    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      try await Composer().generate(request)
    }
  }

  @Test("a record is the same with telemetry and without")
  func unseen() async throws {
    let (record, _, _) = try await traced()
    #expect(try record.canonical() == (try await EngineFixture().run("F03").canonical()))
  }

  @Test("with nothing bootstrapped a span costs next to nothing")
  func overhead() async throws {
    let telemetry = RunTelemetry(session: "s1", run: "r1", clock: .system)
    let began = RunClock.system.nanoseconds()
    for _ in 0..<10_000 { try await telemetry.tool("t", node: "n") {} }
    let each = (RunClock.system.nanoseconds() - began) / 10_000
    print("telemetry, nothing bootstrapped: \(each) ns a tool call")
    #expect(each < 1_000_000)
  }
}
