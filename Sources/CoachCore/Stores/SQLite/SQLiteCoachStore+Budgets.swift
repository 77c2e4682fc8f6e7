import GRDB
import JSONKit

extension SQLiteCoachStore: BudgetLedger {
  /// Sets an amount aside in all accounts by one statement that changes none of them when one has no room.
  public func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    throws(CoachError) -> BudgetScope?
  {
    guard reservation.amount.tokens >= 0, reservation.amount.micros >= 0 else {
      throw CoachError(.invalidRequest, "the reservation \(reservation.id) is of less than nothing")
    }
    var refused: BudgetScope?
    try write("reserving for \(reservation.id)") { db in
      guard try state(of: reservation.id, principal, in: db) == nil else { return }
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
      ).execute(arguments: [reservation.amount.tokens, reservation.amount.micros, keys])
      guard reservation.scopes.isEmpty || db.changesCount > 0 else {
        refused = try reservation.scopes.first { try !hasRoom($0, for: reservation.amount, in: db) }
        return
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO ai_reservations (id, user_id, tokens, micros, state, lease_until, keys)
          VALUES (?, ?, ?, ?, 'reserved', ?, ?)
          """
      ).execute(arguments: [
        reservation.id, principal.user, reservation.amount.tokens, reservation.amount.micros, lease, keys,
      ])
    }
    return refused
  }

  /// Marks a reservation as begun, so that no lease gives it back.
  public func begin(_ id: String, as principal: Principal) throws(CoachError) {
    try write("beginning the call of \(id)") { db in
      try db.cachedStatement(
        sql: "UPDATE ai_reservations SET state = 'begun' WHERE id = ? AND user_id = ? AND state = 'reserved'"
      ).execute(arguments: [id, principal.user])
    }
  }

  /// Commits what the call cost and takes back what was set aside.
  public func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) throws(CoachError)
    -> BudgetAmount
  {
    var excess = BudgetAmount.zero
    try write("settling \(id)") { db in
      guard let reserved = try close(id, as: "settled", principal, in: db) else { return }
      let cost = cost ?? reserved.amount
      try db.cachedStatement(
        sql: """
          UPDATE ai_budgets SET tokens_reserved = tokens_reserved - ?1, micros_reserved = micros_reserved - ?2,
            tokens_committed = tokens_committed + ?3, micros_committed = micros_committed + ?4
          WHERE key IN (SELECT value FROM json_each(?5))
          """
      ).execute(arguments: [
        reserved.amount.tokens, reserved.amount.micros, max(cost.tokens, 0), max(cost.micros, 0),
        reserved.keys,
      ])
      excess = BudgetAmount(
        tokens: max(0, cost.tokens - reserved.amount.tokens),
        micros: max(0, cost.micros - reserved.amount.micros))
    }
    return excess
  }

  /// Gives back what was set aside.
  public func release(_ id: String, as principal: Principal) throws(CoachError) {
    try write("releasing \(id)") { db in
      guard let reserved = try close(id, as: "released", principal, in: db) else { return }
      try giveBack(reserved, in: db)
    }
  }

  /// Where an account stands; another user's account stands at nothing.
  public func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding {
    try read("reading the account \(scope.key)") { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM ai_budgets WHERE key = ? AND user_id IN (?, '')",
        arguments: [scope.key, principal.user])
      guard let row else { return BudgetStanding(committed: .zero, reserved: .zero) }
      return BudgetStanding(
        committed: .init(tokens: row["tokens_committed"], micros: row["micros_committed"]),
        reserved: .init(tokens: row["tokens_reserved"], micros: row["micros_reserved"]))
    }
  }

  /// Gives back what was set aside for calls that were never begun.
  public func expire(at time: String, as principal: Principal) throws(CoachError) -> Int {
    var count = 0
    try write("expiring reservations") { db in
      let ids = try String.fetchAll(
        db,
        sql: """
          SELECT id FROM ai_reservations WHERE user_id = ? AND state = 'reserved' AND lease_until <= ? ORDER BY id
          """, arguments: [principal.user, time])
      for id in ids {
        guard let reserved = try close(id, as: "released", principal, in: db) else { continue }
        try giveBack(reserved, in: db)
        count += 1
      }
    }
    return count
  }

  // MARK: Parts

  private struct Reserved {
    let amount: BudgetAmount
    let keys: String
  }

  private func open(_ scope: BudgetScope, _ principal: Principal, in db: Database) throws {
    // The account of all users belongs to none of them; a cap that was changed holds from now on.
    try db.cachedStatement(
      sql: """
        INSERT INTO ai_budgets (key, kind, user_id, tokens_cap, micros_cap) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (key) DO UPDATE SET tokens_cap = excluded.tokens_cap, micros_cap = excluded.micros_cap
        """
    ).execute(arguments: [
      scope.key, scope.kind.rawValue, scope.kind == .globalDay ? "" : principal.user,
      max(scope.cap.tokens, 0), max(scope.cap.micros, 0),
    ])
    let owner = try String.fetchOne(
      db, sql: "SELECT user_id FROM ai_budgets WHERE key = ?", arguments: [scope.key])
    guard owner == principal.user || owner == "" else {
      throw CoachError(.conflict, "the account \(scope.key) is another user's")
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

  private func state(of id: String, _ principal: Principal, in db: Database) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT state FROM ai_reservations WHERE id = ? AND user_id = ?",
      arguments: [id, principal.user])
  }

  /// Ends a reservation that is open; nil when there is none or it has ended before.
  private func close(_ id: String, as state: String, _ principal: Principal, in db: Database) throws
    -> Reserved?
  {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          UPDATE ai_reservations SET state = ? WHERE id = ? AND user_id = ? AND state IN ('reserved', 'begun')
          RETURNING tokens, micros, keys
          """, arguments: [state, id, principal.user])
    else { return nil }
    return Reserved(amount: .init(tokens: row["tokens"], micros: row["micros"]), keys: row["keys"])
  }

  private func giveBack(_ reserved: Reserved, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE ai_budgets SET tokens_reserved = tokens_reserved - ?, micros_reserved = micros_reserved - ?
        WHERE key IN (SELECT value FROM json_each(?))
        """
    ).execute(arguments: [reserved.amount.tokens, reserved.amount.micros, reserved.keys])
  }

  private static func list(_ keys: [String]) -> String {
    JSONValue.array(keys.map { .string($0) }).compact()
  }
}
