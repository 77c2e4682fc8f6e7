import Testing

@testable import CoachCore

/// The accounts of the store: what is granted never passes a cap, and nothing is charged twice.
@Suite("Budget ledger")
struct BudgetLedgerTests {
  private let owner = Principal(user: "u1")
  private let later = "2026-08-14T05:00:00.000Z"

  private func scope(_ id: String = "s", tokens: Int = 1_000, micros: Int = 1_000) -> BudgetScope {
    .session(id, cap: BudgetAmount(tokens: tokens, micros: micros))
  }

  @Test("of 200 at once that each ask for a tenth, exactly ten are granted")
  func concurrent() async throws {
    let store = try SQLiteCoachStore.inMemory()
    let (scope, owner, later) = (scope(), owner, later)
    let granted = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let asked = BudgetReservation(
            id: "call\(number)", amount: .init(tokens: 100, micros: 1), scopes: [scope])
          return try store.reserve(asked, until: later, as: owner) == nil
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(granted == 10)
    #expect(try store.standing(scope, as: owner).reserved == .init(tokens: 1_000, micros: 10))
  }

  @Test("all accounts take a reservation or none does, and the one without room is named")
  func allOrNone() throws {
    let store = try SQLiteCoachStore.inMemory()
    let (wide, narrow) = (scope("wide"), scope("narrow", tokens: 50))
    let asked = BudgetReservation(id: "c", amount: .init(tokens: 60), scopes: [wide, narrow])
    #expect(try store.reserve(asked, until: later, as: owner) == narrow)
    #expect(try store.standing(wide, as: owner).taken == .zero)
  }

  @Test("a call is charged once, at what it cost, and the excess is told")
  func settling() throws {
    let store = try SQLiteCoachStore.inMemory()
    let scope = scope()
    let asked = BudgetReservation(id: "c", amount: .init(tokens: 100, micros: 10), scopes: [scope])
    #expect(try store.reserve(asked, until: later, as: owner) == nil)
    #expect(try store.reserve(asked, until: later, as: owner) == nil, "the same call is set aside once")
    #expect(try store.standing(scope, as: owner).reserved == asked.amount)
    let excess = try store.settle("c", cost: .init(tokens: 130, micros: 4), as: owner)
    #expect(excess == .init(tokens: 30, micros: 0))
    #expect(try store.settle("c", cost: .init(tokens: 999), as: owner) == .zero)
    let standing = try store.standing(scope, as: owner)
    #expect(standing.reserved == .zero && standing.committed == .init(tokens: 130, micros: 4))
  }

  @Test("a lease that is over gives back what was never begun, and keeps what was")
  func leases() throws {
    let store = try SQLiteCoachStore.inMemory()
    let scope = scope()
    for id in ["idle", "begun"] {
      let asked = BudgetReservation(id: id, amount: .init(tokens: 100), scopes: [scope])
      #expect(try store.reserve(asked, until: later, as: owner) == nil)
    }
    try store.begin("begun", as: owner)
    #expect(try store.expire(at: later, as: owner) == 1)
    #expect(try store.standing(scope, as: owner).reserved == .init(tokens: 100))
    #expect(try store.settle("begun", cost: nil, as: owner) == .zero)
    #expect(try store.standing(scope, as: owner).committed == .init(tokens: 100))
  }

  @Test("another user neither sees an account nor charges it")
  func owners() throws {
    let store = try SQLiteCoachStore.inMemory()
    let (scope, other) = (scope(), Principal(user: "u2"))
    let asked = BudgetReservation(id: "c", amount: .init(tokens: 100), scopes: [scope])
    #expect(try store.reserve(asked, until: later, as: owner) == nil)
    #expect(try store.standing(scope, as: other).taken == .zero)
    try store.release("c", as: other)
    #expect(try store.standing(scope, as: owner).reserved == .init(tokens: 100))
    #expect(throws: CoachError.self) { try store.reserve(asked, until: later, as: other) }
  }
}
