import Finance
import Foundation
import InMemoryLogging
import InMemoryTracing
import JSONKit
import Logging
import Metrics
import MetricsTestKit
import Testing
import Tracing

@testable import CoachCore

/// Nothing of the investor, the funds or the prose is in any span, log line or metric.
@Suite("Telemetry privacy")
struct TelemetryPrivacyTests {
  private let tracer = InMemoryTracer()
  private let metrics = TestMetrics()
  private let lines = InMemoryLogHandler()

  private func fixture(_ model: (any LanguageModel)? = nil) throws -> EngineFixture {
    var fixture = try EngineFixture()
    let lines = lines
    fixture.configuration.logger = Logger(label: "test") { _ in lines }
    fixture.configuration.logger.logLevel = .trace
    fixture.configuration.models = ModelCatalog(extra: model.map { [$0] } ?? [])
    return fixture
  }

  private func watched(_ work: () async throws -> RunRecord) async throws -> RunRecord {
    try await withTracer(tracer) { () async throws in
      try await withMetricsFactory(metrics) { () async throws in try await work() }
    }
  }

  /// Every word telemetry was given.
  private func told() -> [String] {
    var told = lines.entries.map { "\($0.level) \($0.message) \($0.metadata)" }
    for span in tracer.finishedSpans {
      told.append(span.operationName)
      told += span.errors.map { "\($0)" } + span.events.map { "\($0)" } + [span.status?.message ?? ""]
      span.attributes.forEach { name, value in told.append("\(name)=\(value)") }
    }
    let dimensions =
      metrics.counters.map { ($0.label, $0.dimensions) } + metrics.timers.map { ($0.label, $0.dimensions) }
      + metrics.recorders.map { ($0.label, $0.dimensions) } + metrics.meters.map { ($0.label, $0.dimensions) }
    return told + dimensions.map { "\($0) \($1)" }
  }

  /// Every text of a document, from five characters on.
  private func texts(_ json: JSONValue) -> [String] {
    if let text = json.string { return text.count > 4 ? [text] : [] }
    if let list = json.array { return list.flatMap(texts) }
    return (json.object ?? [:]).flatMap { texts($0.value) }
  }

  /// What a run saw and said that telemetry has no business with.
  private func secrets(of name: String, _ record: RunRecord) throws -> Set<String> {
    let document = try ProjectFolder.json("fixtures/portfolios/\(name).json")
    let snapshot = try EngineFixture().snapshot(name)
    let privacy = try SnapshotInputs(snapshot).privateNames
    var secrets = Set(["user", "goals", "holdings", "sips", "cas"].flatMap { texts(document[$0] ?? .null) })
    secrets.formUnion(privacy.schemeNames + privacy.personalValues.map(\.text))
    secrets.formUnion(snapshot.portfolio.goals.map(\.name) + [snapshot.portfolio.user.id])
    let prompts = record.calls.flatMap { $0.prompt.messages.map(\.text) + [$0.completion] }
    let prose =
      record.artifacts.insights.flatMap { [$0.title, $0.bodyMarkdown] }
      + record.artifacts.recommendations.map(\.rationaleMarkdown)
    for text in prompts + prose {
      secrets.formUnion(text.split(separator: "\n").map(String.init).filter { $0.count > 15 })
    }
    secrets.formUnion(record.facts.map(\.name) + record.facts.map(\.display.en).filter { $0.contains("₹") })
    return secrets
  }

  private func expectNothingTold(_ name: String, _ record: RunRecord) throws {
    let told = told()
    let secrets = try secrets(of: name, record)
    #expect(told.count > 100 && secrets.count > 100)
    for secret in secrets {
      let leak = told.first { $0.contains(secret) }
      #expect(leak == nil, "\(secret)")
    }
    for span in tracer.finishedSpans {
      span.attributes.forEach { name, value in #expect("\(value)".count <= 64, "\(name)") }
    }
  }

  @Test(
    "a whole session leaves none of it", arguments: [("F26", "composer"), ("F03", "faulty:invent_number")])
  func session(name: String, model: String) async throws {
    let fixture = try fixture()
    let record = try await watched { try await fixture.run(name, model: model) }
    #expect(record.outcome == .completed)
    try expectNothingTold(name, record)
  }

  @Test("nor does a provider whose error repeats the prompt")
  func error() async throws {
    let fixture = try fixture(Parrot())
    let record = try await watched { try await fixture.run("F26", model: "parrot") }
    #expect(record.writers.allSatisfy { $0.author == .template })
    try expectNothingTold("F26", record)
  }

  @Test("every line has the ids of session and run; a session taken up again is another run of it")
  func ids() async throws {
    let fixture = try fixture()
    let identity = RunIdentity(seed: 1, scope: ["F01"])
    let first = try await watched { try await fixture.run("F01") }
    let entries = lines.entries
    #expect(entries.count == first.events.count)
    for entry in entries {
      #expect(entry.metadata.keys.sorted() == ["node", "run", "seq", "session"])
      #expect(entry.metadata["session"] == "\(identity.session)")
      #expect(entry.metadata["run"] == "\(identity.run(after: 0))")
    }
    let (store, snapshot) = (try SQLiteCoachStore.inMemory(), try fixture.snapshot("F01"))
    let owner = Principal(user: snapshot.portfolio.user.id)
    try await store.createSession(
      StoredSession(
        id: first.session, trigger: .onDemand, engineVersion: first.engineVersion,
        promptHash: first.prompts.hash, seed: 1, startedAt: "2026-08-14T00:00:00.000Z"), as: owner)
    for event in first.events.prefix(2) { try await store.append(event, as: owner) }
    lines.clear()
    let second = try await CoachEngine(fixture.configuration).resume(
      fixture.request(snapshot), snapshot: snapshot, identity: identity, store: store)
    #expect(second.outcome == .completed && !lines.entries.isEmpty)
    for entry in lines.entries {
      #expect(entry.metadata["session"] == "\(identity.session)")
      #expect(entry.metadata["run"] == "\(identity.run(after: 2))")
    }
  }

  /// A provider that fails with what it was asked.
  private struct Parrot: LanguageModel {
    let name = "parrot"
    let provenance = "embedded"

    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      throw CoachError(.modelFailed, request.messages.map(\.text).joined(separator: "\n"))
    }
  }
}
