import CoachCore
import Scoring
import Testing

@testable import Workbench

@Suite("Cases in which something goes wrong")
struct DisturbedCaseTests {
  private func read(_ keys: String) throws -> Case {
    let text = "suite: s\ncases:\n  - { id: a, portfolio: p.json, \(keys), checks: [schema] }\n"
    return try #require(try SuiteReader.read(text, file: "s.yaml").cases.first)
  }

  private func problems(_ keys: String) throws -> [String] {
    let error = #expect(throws: InputError.self) { try read(keys) }
    return try #require(error).problems.map(\.description)
  }

  @Test("faults, interruptions and caps are read; a case that names none is left in peace")
  func reads() throws {
    let faults = try read("faults: { slow_tool: goal_math, provider: down }").conditions
    #expect(faults.faults.slowTool == "goal_math" && faults.faults.provider == .down && faults.isDisturbed)
    let cancelled = try read("interrupt: { cancel_after_events: 3 }").conditions
    #expect(cancelled.interruption == .cancel(afterEvents: 3) && cancelled.isDisturbed)
    #expect(
      try read("interrupt: { kill_after_writes: 7 }").conditions.interruption == .kill(afterWrites: 7))
    #expect(try read("interrupt: { kill_in_call: 2 }").conditions.interruption == .killInCall(2))
    #expect(try read("interrupt: { repeat: changed }").conditions.interruption == .repeated(.changed))
    let capped = try read("budget: { session: { tokens: 5 }, global_day: { micros: 7 } }").conditions
    #expect(capped.budget.session == BudgetCap(tokens: 5) && capped.budget.userDay == nil)
    #expect(capped.budget.globalDay == BudgetCap(micros: 7) && capped.budget.capsMoney && capped.isDisturbed)
    #expect(try !read("tags: [a]").conditions.isDisturbed)
  }

  @Test(
    "each mistake is told once, with its place and what to write",
    arguments: [
      ("faults: {}", "nothing goes wrong here"), ("faults: { slow_tol: x }", "did you mean \"slow_tool\"?"),
      ("faults: { slow_tool: goal_mth }", "did you mean \"goal_math\"?"),
      ("faults: { provider: dwn }", "did you mean \"down\"?"), ("faults: down", "a mapping is needed here"),
      ("interrupt: {}", "names 0 interruptions"),
      ("interrupt: { kill_in_call: 1, repeat: same }", "names 2 interruptions"),
      ("interrupt: { kill_after_writes: 0 }", "a whole number from 1"),
      ("interrupt: { repeat: once }", "no repeat is called \"once\""), ("budget: {}", "nothing is capped"),
      ("budget: { session: {} }", "\"session\" caps nothing"),
      ("budget: { session: { tokens: -1 } }", "a whole number from 0"),
      ("budget: { tokens: 5 }", "unknown key \"tokens\""),
    ])
  func mistakes(keys: String, message: String) throws {
    let all = try problems(keys)
    let found = all.filter { $0.contains(message) }
    #expect(found.count == 1 && found.first?.hasPrefix("s.yaml:3:") == true, "\(all)")
  }

  @Test("one agent on given facts has no session to disturb", arguments: ["budget", "faults", "interrupt"])
  func agents(key: String) throws {
    let values = [
      "budget": "{ session: { tokens: 1 } }", "faults": "{ provider: down }", "interrupt": "{ repeat: same }",
    ]
    let text = """
      suite: s
      cases:
        - { id: a, agent: goal_insights, given: f.json, \(key): \(values[key] ?? ""), checks: [schema] }
      """
    let error = #expect(throws: InputError.self) { try SuiteReader.read(text, file: "s.yaml") }
    #expect(error?.problems.first?.message.contains("\"\(key)\" belongs to a session") == true)
  }

  @Test("the types of event a check may count are those of the engine")
  func types() {
    #expect(EventTypes.all.sorted() == CoachEvent.Kind.allCases.map(\.rawValue).sorted())
  }

  @Test("a provider fails as it is told to, under the model's name")
  func providers() async throws {
    let request = ModelRequest(messages: [], seed: 1, maxCompletionTokens: 10)
    func call(_ model: FaultyProvider) async throws -> ModelResponse { try await model.generate(request) }
    let down = FaultyProvider(Fixed(), fault: .down)
    #expect(down.name == "fixed" && down.provenance == "simulated")
    for _ in 1...2 { await #expect(throws: ProviderFailure.self) { try await call(down) } }
    let flaky = FaultyProvider(Fixed(), fault: .flaky)
    let lost = await #expect(throws: ProviderFailure.self) { try await call(flaky) }
    #expect(lost?.kind == .connection)
    #expect(try await call(flaky).text == "fixed")
    let limited = await #expect(throws: ProviderFailure.self) {
      try await call(FaultyProvider(Fixed(), fault: .limited))
    }
    #expect(limited?.kind == .rateLimited(retryAfter: .seconds(3600)))
    #expect(try await call(FaultyProvider(Fixed(), fault: .overcharging)).usage.outputTokens == 100)
    let silent = Task { try await call(FaultyProvider(Fixed(), fault: .silent)) }
    silent.cancel()
    await #expect(throws: CancellationError.self) { try await silent.value }
  }

  @Test("a store that has died takes no more writes and keeps those before")
  func death() async throws {
    let base = try SQLiteCoachStore.inMemory()
    let store = MortalStore(base, dying: .afterWrites(1))
    let owner = Principal(user: "u1")
    func session(_ id: String) -> StoredSession {
      StoredSession(
        id: id, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t")
    }
    try await store.createSession(session("a"), as: owner)
    await #expect(throws: CoachError.self) { try await store.createSession(session("b"), as: owner) }
    #expect(try base.session("a", as: owner) != nil)
    #expect(try base.session("b", as: owner) == nil)
    let dying = MortalStore(base, dying: .inCall(1))
    try await dying.begin(
      JournalEntry(key: "t#1", kind: "tool", state: .intent), session: "a", at: "t", as: owner)
    try await dying.begin(
      JournalEntry(key: "m#1", kind: "model", state: .intent), session: "a", at: "t", as: owner)
    await #expect(throws: CoachError.self) {
      try await dying.end("t#1", state: .result, payload: "1", session: "a", as: owner)
    }
    #expect(try base.journal(session: "a", as: owner).map(\.state) == [.intent, .intent])
  }

  /// Answers everything alike.
  private struct Fixed: LanguageModel {
    let name = "fixed"
    let provenance = "embedded"
    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      ModelResponse(text: "fixed", usage: TokenUsage(calls: 1), finish: "stop")
    }
  }
}
