import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// Sets an amount aside in all accounts by one statement that changes none of them when one has no room.
  public func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    async throws(CoachError) -> BudgetScope?
  {
    guard reservation.amount.tokens >= 0, reservation.amount.micros >= 0 else {
      throw CoachError(.invalidRequest, "the reservation \(reservation.id) is of less than nothing")
    }
    let amount = reservation.amount.bounded
    return try await commit("reserving for \(reservation.id)") { db in
      guard try !isOpen(reservation.id, principal, in: db) else { return nil }
      for scope in reservation.scopes { try open(scope, principal, in: db) }
      let keys = Self.list(reservation.scopes.map(\.key))
      try db.cachedStatement(
        sql: """
          UPDATE ai_budgets SET tokens_reserved = tokens_reserved + ?1, micros_reserved = micros_reserved + ?2
          WHERE key IN (SELECT value FROM json_each(?3)) AND NOT EXISTS (
            SELECT 1 FROM ai_budgets WHERE key IN (SELECT value FROM json_each(?3))
              AND (tokens_committed + tokens_reserved + ?1 > tokens_cap
                OR micros_committed + micros_reserved + ?2 > micros_cap))
          """
      ).execute(arguments: [amount.tokens, amount.micros, keys])
      guard reservation.scopes.isEmpty || db.changesCount > 0 else {
        return try reservation.scopes.first { try !hasRoom($0, for: amount, in: db) }
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO ai_reservations (id, user_id, tokens, micros, state, lease_until, keys)
          VALUES (?, ?, ?, ?, 'reserved', ?, ?)
          ON CONFLICT (user_id, id) DO UPDATE SET
            tokens = excluded.tokens, micros = excluded.micros, state = 'reserved',
            lease_until = excluded.lease_until, keys = excluded.keys, cost_tokens = 0, cost_micros = 0
          """
      ).execute(arguments: [
        reservation.id, principal.user, amount.tokens, amount.micros, lease, keys,
      ])
      return nil
    }
  }

  /// Marks a reservation as begun, so that no lease gives it back.
  public func begin(_ id: String, as principal: Principal) async throws(CoachError) {
    try await commit("beginning the call of \(id)", isOneStatement: true) { db in
      try db.cachedStatement(
        sql: "UPDATE ai_reservations SET state = 'begun' WHERE id = ? AND user_id = ? AND state = 'reserved'"
      ).execute(arguments: [id, principal.user])
    }
  }

  /// Commits what the call cost and takes back what was set aside.
  public func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) async throws(CoachError)
    -> BudgetSettlement
  {
    try await commit("settling \(id)") { db in
      guard let reserved = try reservation(id, principal, in: db) else { return BudgetSettlement() }
      switch reserved.state {
      case "settled": return reserved.settlement(at: reserved.cost)
      case "reserved" where cost == nil: try close(reserved, as: "released", cost: .zero, principal, in: db)
      case "reserved", "begun":
        let cost = cost?.bounded ?? reserved.amount
        try close(reserved, as: "settled", cost: cost, principal, in: db)
        return reserved.settlement(at: cost)
      default: break
      }
      return BudgetSettlement()
    }
  }

  /// Gives back what was set aside.
  public func release(_ id: String, as principal: Principal) async throws(CoachError) {
    try await commit("releasing \(id)") { db in
      guard let reserved = try reservation(id, principal, in: db), reserved.isOpen else { return }
      try close(reserved, as: "released", cost: .zero, principal, in: db)
    }
  }

  /// Where an account stands; an account that is another's stands at nothing.
  public func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding {
    try read("reading the account \(scope.key)") { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM ai_budgets WHERE key = ? AND user_id = ?",
        arguments: [scope.key, owner(of: scope, principal)])
      guard let row else { return BudgetStanding(committed: .zero, reserved: .zero) }
      return BudgetStanding(
        committed: .init(tokens: row["tokens_committed"], micros: row["micros_committed"]),
        reserved: .init(tokens: row["tokens_reserved"], micros: row["micros_reserved"]))
    }
  }

  /// Gives back what was set aside for calls that were never begun.
  public func expire(at time: String, as principal: Principal) async throws(CoachError) -> Int {
    try await commit("expiring reservations") { db in
      var count = 0
      let ids = try String.fetchAll(
        db,
        sql: """
          SELECT id FROM ai_reservations WHERE user_id = ? AND state = 'reserved' AND lease_until <= ? ORDER BY id
          """, arguments: [principal.user, time])
      for id in ids {
        guard let reserved = try reservation(id, principal, in: db) else { continue }
        try close(reserved, as: "released", cost: .zero, principal, in: db)
        count += 1
      }
      return count
    }
  }

  // MARK: Parts

  private struct Reserved {
    let id: String
    let state: String
    let amount: BudgetAmount
    let cost: BudgetAmount
    let keys: String

    var isOpen: Bool { state == "reserved" || state == "begun" }

    func settlement(at cost: BudgetAmount) -> BudgetSettlement {
      BudgetSettlement(cost: cost, excess: cost.excess(over: amount))
    }
  }

  /// Whose account it is: that of all users is nobody's, and only the service reaches it.
  private func owner(of scope: BudgetScope, _ principal: Principal) -> String {
    scope.kind == .globalDay && principal.role == .service ? "" : principal.user
  }

  /// Makes sure that an account is there; a cap that was changed holds from now on.
  private func open(_ scope: BudgetScope, _ principal: Principal, in db: Database) throws {
    guard scope.kind != .globalDay || principal.role == .service else {
      throw CoachError(.conflict, "the account \(scope.key) is the service's")
    }
    let cap = scope.cap.amount
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_budgets (key, kind, user_id, tokens_cap, micros_cap) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (key) DO UPDATE SET tokens_cap = excluded.tokens_cap, micros_cap = excluded.micros_cap
        WHERE user_id = excluded.user_id AND kind = excluded.kind
        """
    ).execute(arguments: [
      scope.key, scope.kind.rawValue, owner(of: scope, principal), cap.tokens, cap.micros,
    ])
    guard db.changesCount == 1 else {
      throw CoachError(.conflict, "the account \(scope.key) is another's")
    }
  }

  private func hasRoom(_ scope: BudgetScope, for amount: BudgetAmount, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT tokens_committed + tokens_reserved + ? <= tokens_cap
          AND micros_committed + micros_reserved + ? <= micros_cap FROM ai_budgets WHERE key = ?
        """, arguments: [amount.tokens, amount.micros, scope.key]) ?? false
  }

  private func isOpen(_ id: String, _ principal: Principal, in db: Database) throws -> Bool {
    try reservation(id, principal, in: db)?.isOpen ?? false
  }

  private func reservation(_ id: String, _ principal: Principal, in db: Database) throws -> Reserved? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM ai_reservations WHERE id = ? AND user_id = ?")
    return try Row.fetchOne(statement, arguments: [id, principal.user]).map { row in
      Reserved(
        id: id, state: row["state"], amount: .init(tokens: row["tokens"], micros: row["micros"]),
        cost: .init(tokens: row["cost_tokens"], micros: row["cost_micros"]), keys: row["keys"])
    }
  }

  /// Ends an open reservation: takes back what was set aside and commits the cost.
  private func close(
    _ reserved: Reserved, as state: String, cost: BudgetAmount, _ principal: Principal, in db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE ai_reservations SET state = ?, cost_tokens = ?, cost_micros = ? WHERE id = ? AND user_id = ?
        """
    ).execute(arguments: [state, cost.tokens, cost.micros, reserved.id, principal.user])
    try db.cachedStatement(
      sql: """
        UPDATE ai_budgets SET
          tokens_reserved = tokens_reserved - ?1, micros_reserved = micros_reserved - ?2,
          tokens_committed = min(tokens_committed + ?3, ?6), micros_committed = min(micros_committed + ?4, ?6)
        WHERE key IN (SELECT value FROM json_each(?5))
        """
    ).execute(arguments: [
      reserved.amount.tokens, reserved.amount.micros, cost.tokens, cost.micros, reserved.keys,
      BudgetAmount.limit,
    ])
  }

  private static func list(_ keys: [String]) -> String {
    JSONValue.array(keys.map { .string($0) }).compact()
  }
}
