import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// A second model may ask for one more draft of a text that has passed.
///
/// It can keep nothing back and let nothing through.
@Suite("Critique")
struct CritiqueTests {
  /// A model of its own making.
  private struct Made: LanguageModel {
    let name: String
    let answer: @Sendable (ModelRequest) async throws -> String?
    var provenance: String { "embedded" }

    /// The composer's answer where `answer` has none.
    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      guard let text = try await answer(request) else { return try await Composer().generate(request) }
      return ModelResponse(text: text, usage: TokenUsage(calls: 1), finish: "stop")
    }
  }

  private func run(
    model: String = "composer", critique: String?, _ extra: [any LanguageModel] = [],
    _ configure: (inout CoachEngine.Configuration) -> Void = { _ in }
  ) async throws -> RunRecord {
    var fixture = try EngineFixture()
    fixture.configuration.models = ModelCatalog(extra: extra)
    configure(&fixture.configuration)
    let snapshot = try fixture.snapshot("F03")
    var request = fixture.request(snapshot, model: model)
    request.options.critique = critique
    return try await CoachEngine(fixture.configuration).run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: ["F03"]),
      store: try SQLiteCoachStore.inMemory())
  }

  private func evidence(_ record: RunRecord) -> [String] {
    let checks = record.qa?.checks.filter { $0.id.hasPrefix("critique:") } ?? []
    #expect(checks.allSatisfy { $0.status == .pass })
    return checks.map(\.evidence)
  }

  /// What a person gets is what the composer alone wrote, at its first attempt.
  private func expectUntouched(_ record: RunRecord) async throws {
    let plain = try await run(critique: nil)
    #expect(record.outcome == .completed)
    #expect(record.artifacts == plain.artifacts)
    #expect(record.qa?.verdict == .pass)
    #expect(record.qa?.checks.filter { !$0.id.hasPrefix("critique:") } == plain.qa?.checks)
  }

  private func critiques(_ record: RunRecord) -> [ModelCall] {
    record.calls.filter { $0.purpose == .critique }
  }

  @Test("off, nothing of it is in the record, and the hash of the prompts does not cover its own")
  func off() async throws {
    let record = try await run(critique: nil)
    #expect(!(try record.canonical().contains("critique")))
    let library = try PromptLibrary(directory: ProjectFolder.root.appending(path: "prompts"))
    let baseline = try library.variant("baseline")
    #expect(record.prompts.hash == baseline.hash)
    let with = try await run(critique: "composer")
    #expect(with.prompts.hash == (try baseline.withCritique().hash))
    #expect(with.prompts.hash != baseline.hash)
  }

  @Test("a text that is accepted is published as it was; the calls are recorded, metered and told of")
  func accepted() async throws {
    let record = try await run(critique: "composer")
    try await expectUntouched(record)
    let calls = critiques(record)
    #expect(calls.count == record.writers.count && calls.allSatisfy { $0.attempt == 0 })
    #expect(evidence(record) == Array(repeating: "composer accepts the text", count: calls.count))
    #expect(record.usage == record.calls.reduce(into: TokenUsage()) { $0 += $1.usage })
    #expect(record.usage.calls == 2 * calls.count)
    for type in [CoachEvent.Kind.modelCalled, .modelResult] {
      let events = record.events.filter { $0.type == type && $0.data["purpose"]?.string == "critique" }
      #expect(events.count == calls.count)
    }
    let call = try #require(calls.first)
    let prompt = call.prompt.messages.map(\.text).joined(separator: "\n")
    #expect(prompt.contains("critique/1") && prompt.contains("<draft>") && prompt.contains("<facts>"))
    #expect(try await run(critique: "composer").canonical() == record.canonical())
  }

  @Test("a draft that hides what matters is right for every rail; its critique has it written in order")
  func buried() async throws {
    let alone = try await run(model: "faulty:buried_point", critique: nil)
    let plain = try await run(critique: nil)
    #expect(alone.verdicts.allSatisfy(\.accepted) && alone.artifacts != plain.artifacts)
    let read = try await run(model: "faulty:buried_point", critique: "composer")
    #expect(read.artifacts == plain.artifacts)
    let moved = zip(alone.artifacts.insights, plain.artifacts.insights).filter {
      $0.bodyMarkdown != $1.bodyMarkdown
    }
    let repaired = Set(read.writers.filter { $0.attempts == 2 }.map(\.topicKey))
    #expect(!moved.isEmpty && repaired.isSuperset(of: moved.map(\.0.topicKey)))
    #expect(evidence(read).contains { $0.contains("belongs in front") && $0.hasSuffix("takes its place") })
    let repair = try #require(read.calls.first { $0.purpose == .repair })
    #expect(repair.prompt.messages.last?.text.contains("belongs in front") == true)
    #expect(read.qa?.verdict == .pass)
  }

  @Test("one more draft at most, whatever the critic thinks of that")
  func once() async throws {
    let record = try await run(critique: "faulty:critique_repair")
    #expect(record.artifacts == (try await run(critique: nil)).artifacts)
    #expect(record.writers.allSatisfy { $0.attempts == 2 && $0.author == .model })
    #expect(critiques(record).count == record.writers.count)
    #expect(record.calls.count == 3 * record.writers.count)
    #expect(record.verdicts.count == 2 * record.writers.count)
  }

  @Test("a new draft that fails the rails, or is none, is dropped", arguments: ["no draft at all", nil])
  func worse(repair: String?) async throws {
    let writer = Made(name: "writer") { request in
      guard request.messages.contains(where: { $0.role == .assistant }) else { return nil }
      guard let repair else { throw CoachError(.modelFailed, "no repair today") }
      return repair
    }
    let record = try await run(model: "writer", critique: "faulty:critique_repair", [writer])
    try await expectUntouched(record)
    #expect(record.writers.allSatisfy { $0.attempts == 1 && $0.author == .model })
    #expect(evidence(record).allSatisfy { $0.hasSuffix("the text stands") })
    let refused = record.verdicts.filter { $0.attempt == 1 }
    #expect(refused.count == (repair == nil ? 0 : record.writers.count))
    #expect(refused.allSatisfy { !$0.accepted })
  }

  @Test("the repairs of the rails count: with none left nobody is asked", arguments: [1, 2])
  func limit(failures: Int) async throws {
    let writer = Made(name: "writer") { request in
      request.messages.count { $0.role == .assistant } < failures ? "not yet" : nil
    }
    let record = try await run(model: "writer", critique: "faulty:critique_repair", [writer])
    try await expectUntouched(record)
    #expect(record.calls.filter { $0.purpose != .critique }.map(\.attempt).max() == 2)
    #expect(record.writers.allSatisfy { $0.attempts == 3 && $0.author == .model })
    #expect(critiques(record).isEmpty == (failures == 2))
    #expect(evidence(record).allSatisfy { $0.hasPrefix("not asked for") == (failures == 2) })
  }

  @Test(
    "a critic that answers nothing, nonsense, ten megabytes, an order or an error changes nothing",
    arguments: [
      "critique_empty", "critique_garbage", "critique_oversize", "critique_injection", "critique_throws",
    ])
  func broken(fault: String) async throws {
    let record = try await run(critique: "faulty:\(fault)")
    try await expectUntouched(record)
    #expect(record.writers.allSatisfy { $0.attempts == 1 })
    let found = evidence(record)
    #expect(found.count == record.writers.count && found.allSatisfy { $0.contains("was not heard") })
    let told = record.events.filter { $0.type == .modelResult && $0.data["purpose"]?.string == "critique" }
    #expect(told.count == record.writers.count)
    #expect(told.allSatisfy { ($0.data["error"] != nil) == (fault == "critique_throws") })
    let sent = record.calls.flatMap(\.prompt.messages).map(\.text).joined()
    #expect(!sent.contains("previous instructions"))
  }

  @Test("a critic that hangs costs one deadline a task and no text")
  func slow() async throws {
    let hanging = Made(name: "hanging") { _ in
      try await Task.sleep(for: .seconds(3600))
      return nil
    }
    let record = try await run(critique: "hanging", [hanging]) { configuration in
      let clock = configuration.clock
      let deadline = configuration.critiqueDeadline
      // The critic's time is over at once; every other wait is as long as it is.
      configuration.clock = RunClock(now: clock.now, nanoseconds: clock.nanoseconds) { duration in
        if duration != deadline { try await Task.sleep(for: duration) }
      }
    }
    try await expectUntouched(record)
    #expect(evidence(record).allSatisfy { $0 == "hanging was not heard: it was too slow in this task" })
    let late = record.events.filter { $0.data["error"]?.string == "deadline" }
    let tasks = Set(record.calls.map(\.node))
    #expect(late.count == tasks.count && Set(late.compactMap { $0.data["node"]?.string }) == tasks)
  }

  @Test("personal data in a remark goes into no prompt and no record")
  func personalData() async throws {
    let critic = Made(name: "critic") { _ in
      #"{"verdict":"repair","reasons":["Address the reader whose PAN is ABCPE1234F."]}"#
    }
    let record = try await run(critique: "critic", [critic])
    #expect(record.writers.allSatisfy { $0.attempts == 2 })
    #expect(!(try record.canonical().contains("ABCPE1234F")))
  }

  @Test("an agent alone is read as a session is, and a critic there is none of is refused")
  func agentAlone() async throws {
    let fixture = try EngineFixture()
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    func run(_ critique: String) async throws -> RunRecord {
      try await CoachEngine(fixture.configuration).run(
        agent: AgentName.goalInsights, given: given, options: .init(critique: critique),
        identity: RunIdentity(seed: 1, scope: ["alone"]), store: try SQLiteCoachStore.inMemory())
    }
    #expect(critiques(try await run("composer")).count == 1)
    let error = await #expect(throws: CoachError.self) { try await run("nobody") }
    #expect(error?.code == .unknownModel)
  }
}
