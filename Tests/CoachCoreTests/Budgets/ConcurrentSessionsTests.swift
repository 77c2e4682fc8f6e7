import Finance
import JSONKit
import Synchronization
import Testing

@testable import CoachCore

/// Two hundred sessions of twenty users at once over one store.
@Suite("Budgets under concurrency")
struct ConcurrentSessionsTests {
  private static let users = 20

  private struct Watch: Sendable {
    let store: SQLiteCoachStore
    let policy: BudgetPolicy
    let day: CivilDate

    /// The accounts that are over their cap, with by how much.
    func excess(of session: String, user: String) throws -> [(BudgetScope, Int)] {
      let scopes = try RunCaps(policy).scopes(session: session, user: user, on: day)
      return try scopes.map { scope in
        let taken = try store.standing(scope, as: .service(for: user)).taken
        return (scope, taken.tokens - scope.cap.amount.tokens)
      }
    }
  }

  private func run(_ model: MeteredModel) async throws -> ([RunRecord], violations: Int, Watch) {
    var policy = BudgetPolicy()
    policy.session = .init(tokens: 60_000)
    policy.userDay = .init(tokens: 12_000)
    policy.globalDay = .init(tokens: 150_000)
    let session = try SmallSession(model, budget: policy)
    let store = try SQLiteCoachStore.inMemory()
    let watch = Watch(store: store, policy: policy, day: session.configuration.clock.indianDay)
    let violations = Tally()
    let records = try await withThrowingTaskGroup(of: RunRecord.self) { group in
      for number in 0..<200 {
        let user = "u\(number % Self.users)"
        group.addTask {
          try await session.run(model, user: user, number: number, store: store) { signal in
            guard case .event(let event) = signal else { return }
            let over = (try? watch.excess(of: event.session, user: user)) ?? [(.session("", cap: .init()), 1)]
            if over.contains(where: { $0.1 > 0 }) { violations.add() }
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    return (records, violations.count, watch)
  }

  private final class Tally: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock(\.self) }
    func add() { value.withLock { $0 += 1 } }
  }

  private func expectNothingReserved(_ records: [RunRecord], _ watch: Watch) throws {
    for number in 0..<Self.users {
      let user = "u\(number)"
      for scope in try RunCaps(watch.policy).scopes(session: "", user: user, on: watch.day) {
        #expect(try watch.store.standing(scope, as: .service(for: user)).reserved == .zero)
      }
    }
    for (number, record) in records.enumerated() {
      #expect(record.events.filter(\.type.isTerminal).count == 1, "session \(number)")
    }
  }

  @Test("an honest provider: no account is ever over its cap, and nothing is reserved at the end")
  func honest() async throws {
    let model = MeteredModel()
    let (records, violations, watch) = try await run(model)
    #expect(violations == 0)
    try expectNothingReserved(records, watch)
    let global = BudgetScope.global(on: watch.day, cap: .init())
    let committed = try watch.store.standing(global, as: .service(for: "u0")).committed
    #expect(committed.tokens == records.reduce(0) { $0 + $1.usage.inputTokens + $1.usage.outputTokens })
    let exhausted = records.count { $0.outcome == .budgetExhausted }
    print(
      "honest: \(records.count) sessions, \(exhausted) at a cap, \(model.requests.count) calls, committed \(committed)"
    )
    #expect(exhausted > 0 && exhausted < 200, "some sessions come to a cap, and some do not")
    #expect(records.count == 200 && model.requests.count > 0)
  }

  @Test("one that lies about its usage: each lie is told, stops its run, and nothing is reserved at the end")
  func liar() async throws {
    let model = MeteredModel { TokenUsage(calls: 1, inputTokens: $0.inputTokens, outputTokens: 70_000) }
    let (records, _, watch) = try await run(model)
    try expectNothingReserved(records, watch)
    let asked = records.filter { !$0.calls.isEmpty }
    #expect(!asked.isEmpty)
    for record in asked {
      #expect(record.calls.count == 1 && record.outcome == .budgetExhausted)
      #expect(record.events.count { $0.type == .budgetOverrun } == 1)
    }
    let told = records.flatMap(\.events).filter { $0.type == .budgetOverrun }
      .compactMap { $0.data["excess"]?["tokens"]?.number?.int }.reduce(0, +)
    let global = BudgetScope.global(on: watch.day, cap: try #require(watch.policy.globalDay))
    let committed = try watch.store.standing(global, as: .service(for: "u0")).committed.tokens
    #expect(committed <= global.cap.amount.tokens + told, "over the cap only by what was told")
    print(
      "liar: \(asked.count) sessions asked, \(model.requests.count) calls, told \(told), committed \(committed)"
    )
  }
}
