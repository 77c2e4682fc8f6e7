import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

@Suite("The budget of a run")
struct RunBudgetTests {
  private func policy(session: BudgetCap? = nil, priced: Bool = true) -> BudgetPolicy {
    var policy = BudgetPolicy()
    policy.session = session
    policy.pricedAs = priced ? "openai/gpt-5-mini" : nil
    return policy
  }

  @Test(
    "a cap without room for a call: none is made, the template writes, and the last event says where it stands"
  )
  func capReached() async throws {
    let model = MeteredModel()
    let session = try SmallSession(model, budget: policy(session: .init(tokens: 10)))
    let record = try await session.run(model, store: SQLiteCoachStore.inMemory())
    #expect(record.outcome == .budgetExhausted && model.requests.isEmpty)
    #expect(!record.writers.isEmpty && record.writers.allSatisfy { $0.author == .template })
    #expect(record.events.filter { $0.type == .budgetWarning }.count == 1)
    let end = try #require(record.events.last)
    #expect(end.type == .sessionBudgetExhausted)
    #expect(end.data["reason"]?.string == "cap" && end.data["scope"]?.string == "session")
    #expect(end.data["spent"] == ["tokens": 0, "micros": 0] && end.data["cap"] == ["tokens": 10])
    #expect(end.data["reset_at"] == nil)
  }

  @Test("a request lowers the session's cap and cannot raise it; a user's own cap of tokens lowers the day's")
  func lowering() throws {
    let policy = policy(session: .init(tokens: 100))
    #expect(
      try RunCaps(policy, request: .init(tokens: 40, micros: 5)).session == .init(tokens: 40, micros: 5))
    #expect(try RunCaps(policy, request: .init(tokens: 400)).session == .init(tokens: 100))
    #expect(try RunCaps(policy, dailyTokens: 7).userDay == .init(tokens: 7))
    #expect(throws: CoachError.self) { try RunCaps(policy, request: .init(tokens: -1)) }
  }

  @Test(
    "what is sent as the most an answer may have is what was reserved; honest calls leave nothing reserved")
  func honest() async throws {
    var policy = policy(session: .init(tokens: 1_000_000, micros: 1_000_000))
    policy.completionTokens = 777
    let model = MeteredModel()
    let store = try SQLiteCoachStore.inMemory()
    let record = try await SmallSession(model, budget: policy).run(model, store: store)
    #expect(record.outcome == .completed)
    #expect(!model.requests.isEmpty && model.requests.allSatisfy { $0.maxCompletionTokens == 777 })
    let scope = BudgetScope.session(record.session, cap: .init())
    let standing = try store.standing(scope, as: .service(for: "u1"))
    #expect(standing.committed.tokens == record.usage.inputTokens + record.usage.outputTokens)
    #expect(standing.committed.micros > 0 && standing.reserved == .zero)
  }

  @Test("a call that took more than was set aside is told, is charged whole, and is the run's last")
  func overrun() async throws {
    let model = MeteredModel { TokenUsage(calls: 1, inputTokens: $0.inputTokens, outputTokens: 900_000) }
    let store = try SQLiteCoachStore.inMemory()
    let session = try SmallSession(model, budget: policy(session: .init(tokens: 1_000_000)))
    let record = try await session.run(model, store: store)
    #expect(record.outcome == .budgetExhausted && model.requests.count == 1 && record.calls.count == 1)
    #expect(record.events.filter { $0.type == .budgetOverrun }.count == 1)
    #expect(record.events.last?.data["reason"]?.string == "overrun")
    let standing = try store.standing(.session(record.session, cap: .init()), as: .service(for: "u1"))
    #expect(standing.committed.tokens > 900_000 && standing.reserved == .zero)
  }

  @Test("a call that fails costs nothing")
  func failures() async throws {
    let model = MeteredModel { _ in throw ProviderFailure(.server, "503") }
    let store = try SQLiteCoachStore.inMemory()
    let record = try await SmallSession(model, budget: policy(session: .init(tokens: 1_000_000))).run(
      model, store: store)
    #expect(record.outcome == .completed && !model.requests.isEmpty)
    let standing = try store.standing(.session(record.session, cap: .init()), as: .service(for: "u1"))
    #expect(standing == .init(committed: .zero, reserved: .zero))
  }

  @Test("money is capped and the model has no price: a typed error before the session begins")
  func unpriced() async throws {
    let model = MeteredModel()
    let store = try SQLiteCoachStore.inMemory()
    let session = try SmallSession(model, budget: policy(session: .init(micros: 10), priced: false))
    let error = await #expect(throws: CoachError.self) { try await session.run(model, store: store) }
    #expect(error?.code == .unpricedModel)
    let id = RunIdentity(seed: 0, scope: ["u1"]).uuid("session")
    #expect(try store.session(id, as: .service(for: "u1")) == nil)
    let tokensOnly = try SmallSession(model, budget: policy(session: .init(tokens: 1_000_000), priced: false))
    #expect(try await tokensOnly.run(model, store: store).outcome == .completed)
  }

  @Test("a prompt longer than one call may send is not sent; that is no cap reached")
  func longPrompt() async throws {
    var policy = policy()
    policy.requestTokens = 100
    let model = MeteredModel()
    let record = try await SmallSession(model, budget: policy).run(model, store: SQLiteCoachStore.inMemory())
    #expect(record.outcome == .completed && model.requests.isEmpty)
    #expect(record.writers.allSatisfy { $0.author == .template } && !record.writers.isEmpty)
  }

  @Test("an open breaker: no call, the typed code in the event, and the template writes")
  func breaker() async throws {
    let model = MeteredModel()
    let session = try SmallSession(model, budget: policy())
    try await session.configuration.breakers.set(.forcedOpen, provider: "synthetic")
    let record = try await session.run(model, store: SQLiteCoachStore.inMemory())
    #expect(record.outcome == .completed && model.requests.isEmpty)
    #expect(record.writers.allSatisfy { $0.author == .template } && !record.writers.isEmpty)
    let results = record.events.filter { $0.type == .modelResult }
    #expect(results.allSatisfy { $0.data["error"]?.string == "provider_unavailable" } && !results.isEmpty)
  }

  @Test("the day of an account is India's: it turns at 18:30 UTC, and so is the time of its reset")
  func indianDay() throws {
    // 2026-08-14T18:29:59Z and one second later.
    for (seconds, day, reset) in [
      (1_786_732_199.0, "2026-08-14", "2026-08-14T18:30:00.000Z"),
      (1_786_732_200.0, "2026-08-15", "2026-08-15T18:30:00.000Z"),
    ] {
      let clock = RunClock(now: { .init(timeIntervalSince1970: seconds) }, nanoseconds: { 0 })
      #expect(clock.indianDay.description == day && clock.nextIndianDay == reset)
    }
  }
}
