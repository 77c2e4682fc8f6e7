import Finance
import Synchronization
import Testing

@testable import CoachCore

@Suite("Budget ledger")
struct BudgetLedgerTests {
  private static let day = CivilDate(iso: "2026-08-14") ?? .minimum
  private static let now = "2026-08-14T00:00:00.000Z"
  private static let lease = "2026-08-14T00:10:00.000Z"
  private let asha = Principal.service(for: "u1")

  private func scopes(_ cap: BudgetCap, user: String = "u1", session: String = "s1") -> [BudgetScope] {
    [.session(session, cap: cap), .user(user, on: Self.day, cap: cap), .global(on: Self.day, cap: cap)]
  }

  private final class Tally: Sendable {
    private let granted = Mutex(0)
    private let errors = Mutex<[String]>([])
    var count: Int { granted.withLock(\.self) }
    var failures: [String] { errors.withLock(\.self) }

    func note(_ body: () async throws -> BudgetScope?) async {
      do {
        if try await body() == nil { granted.withLock { $0 += 1 } }
      } catch { errors.withLock { $0.append("\(error)") } }
    }
  }

  /// Each of 200 tasks asks once for a tenth of the cap.
  private func expectTen(of stores: [any BudgetLedger]) async throws {
    let cap = BudgetCap(tokens: 1_000, micros: 5_000)
    let tally = Tally()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          await tally.note {
            try await stores[number % stores.count].reserve(
              BudgetReservation(
                id: "c\(number)", amount: .init(tokens: 100, micros: 500), scopes: scopes(cap)),
              until: Self.lease, as: asha)
          }
        }
      }
    }
    #expect(tally.failures.isEmpty)
    #expect(tally.count == 10)
    for scope in scopes(cap) {
      let standing = try stores[0].standing(scope, as: asha)
      #expect(standing.reserved == .init(tokens: 1_000, micros: 5_000) && standing.committed == .zero)
    }
  }

  @Test("of 200 at once that ask for a tenth of a cap exactly ten are granted, in memory")
  func tenInMemory() async throws {
    for _ in 0..<5 { try await expectTen(of: [SQLiteCoachStore.inMemory()]) }
  }

  @Test("of 200 at once on one file, by two handles, exactly ten are granted")
  func tenOnFile() async throws {
    let file = TemporaryStore()
    try await expectTen(of: [file.open(), file.open()])
  }

  @Test("a reservation is taken by all accounts or by none, and the one without room is named")
  func allOrNone() async throws {
    let store = try SQLiteCoachStore.inMemory()
    var scopes = scopes(.init(tokens: 100))
    scopes[1] = .user("u1", on: Self.day, cap: .init(tokens: 100, micros: 10))
    let amount = BudgetAmount(tokens: 50, micros: 11)
    let refusing = try await store.reserve(
      .init(id: "a", amount: amount, scopes: scopes), until: Self.lease, as: asha)
    #expect(refusing == scopes[1])
    for scope in scopes { #expect(try store.standing(scope, as: asha).taken == .zero) }
  }

  @Test("settle and release count once, whatever comes after; settle tells the same each time")
  func idempotent() async throws {
    let store = try SQLiteCoachStore.inMemory()
    let scopes = scopes(.init(tokens: 100))
    let reservation = BudgetReservation(id: "a", amount: .init(tokens: 60), scopes: scopes)
    for _ in 0..<2 { #expect(try await store.reserve(reservation, until: Self.lease, as: asha) == nil) }
    #expect(try store.standing(scopes[0], as: asha).reserved == .init(tokens: 60))
    try await store.begin("a", as: asha)
    let settlement = BudgetSettlement(cost: .init(tokens: 70), excess: .init(tokens: 10))
    for _ in 0..<2 { #expect(try await store.settle("a", cost: .init(tokens: 70), as: asha) == settlement) }
    #expect(try await store.settle("a", cost: nil, as: asha) == settlement)
    try await store.release("a", as: asha)
    #expect(try await store.expire(at: "2027-01-01T00:00:00.000Z", as: asha) == 0)
    let standing = BudgetStanding(committed: .init(tokens: 70), reserved: .zero)
    for scope in scopes { #expect(try store.standing(scope, as: asha) == standing) }
  }

  @Test("a lease gives back only what was not begun; what was begun and has no result is charged whole")
  func leases() async throws {
    let store = try SQLiteCoachStore.inMemory()
    let scope = scopes(.init(tokens: 100))[0]
    for id in ["begun", "waiting"] {
      let reservation = BudgetReservation(id: id, amount: .init(tokens: 30), scopes: [scope])
      #expect(try await store.reserve(reservation, until: Self.lease, as: asha) == nil)
    }
    try await store.begin("begun", as: asha)
    #expect(try await store.expire(at: Self.now, as: asha) == 0)
    #expect(try await store.expire(at: Self.lease, as: Principal.service(for: "u2")) == 0)
    #expect(try await store.expire(at: Self.lease, as: asha) == 1)
    #expect(try store.standing(scope, as: asha).reserved == .init(tokens: 30))
    #expect(try await store.settle("begun", cost: nil, as: asha) == .init(cost: .init(tokens: 30)))
    #expect(try store.standing(scope, as: asha) == .init(committed: .init(tokens: 30), reserved: .zero))
  }

  @Test("amounts no account could hold, and amounts below nothing, overflow nowhere")
  func extremes() async throws {
    let store = try SQLiteCoachStore.inMemory()
    let scope = BudgetScope.session("s1", cap: .init())
    let huge = BudgetAmount(tokens: .max, micros: .max)
    for id in ["a", "b"] {
      _ = try await store.reserve(
        .init(id: id, amount: .init(tokens: 1), scopes: [scope]), until: Self.lease, as: asha)
    }
    for id in ["a", "b"] { #expect(try await store.settle(id, cost: huge, as: asha).isOverrun) }
    #expect(try store.standing(scope, as: asha).committed == huge.bounded)
    let negative = BudgetReservation(id: "c", amount: .init(tokens: -1), scopes: [scope])
    let error = await #expect(throws: CoachError.self) {
      try await store.reserve(negative, until: Self.lease, as: asha)
    }
    #expect(error?.code == .invalidRequest)
    _ = try await store.reserve(.init(id: "d", amount: .zero, scopes: [scope]), until: Self.lease, as: asha)
    #expect(try await store.settle("d", cost: .init(tokens: .min, micros: -1), as: asha) == .init())
  }

  /// What the accounts must hold, kept apart from them.
  private struct Model {
    var open: [String: (amount: BudgetAmount, begun: Bool)] = [:]
    var committed = BudgetAmount.zero
    var reserved: BudgetAmount { open.values.reduce(.zero) { $0 + $1.amount } }
  }

  @Test(
    "whatever the order of calls, an account holds the sum of what was settled and of what is open",
    arguments: 1...20)
  func conservation(seed: UInt64) async throws {
    let store = try SQLiteCoachStore.inMemory()
    let scopes = scopes(.init(tokens: 1_000, micros: 700))
    var random = SplitMix(seed: seed)
    var model = Model()
    for _ in 0..<150 {
      let id = "r\(Int.random(in: 0..<8, using: &random))"
      let amount = BudgetAmount(
        tokens: .random(in: 0...300, using: &random), micros: .random(in: 0...200, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1:
        let isOpen = model.open[id] != nil
        let fits = (model.committed + model.reserved + amount).fits(in: scopes[0].cap)
        let refused = try await store.reserve(
          .init(id: id, amount: amount, scopes: scopes), until: Self.lease, as: asha)
        #expect((refused == nil) == (isOpen || fits))
        if refused == nil, !isOpen { model.open[id] = (amount, false) }
      case 2:
        try await store.begin(id, as: asha)
        model.open[id]?.begun = true
      case 3:
        let cost: BudgetAmount? = Bool.random(using: &random) ? amount : nil
        _ = try await store.settle(id, cost: cost, as: asha)
        guard let held = model.open.removeValue(forKey: id) else { break }
        model.committed = model.committed + (cost ?? (held.begun ? held.amount : .zero))
      default:
        try await store.release(id, as: asha)
        model.open[id] = nil
      }
      for scope in scopes {
        let standing = try store.standing(scope, as: asha)
        #expect(standing == .init(committed: model.committed, reserved: model.reserved))
        #expect(standing.reserved.tokens >= 0 && standing.reserved.micros >= 0)
      }
    }
  }
}
