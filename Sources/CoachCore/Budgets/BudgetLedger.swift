/// Keeps the accounts: reserve before a call, settle or release after it (domain rules §7).
///
/// Checking first and adding later would overspend by the number of calls that check at once, so a reservation is one
/// atomic step over all its accounts: all of them take it or none does. A reservation and the accounts it is charged to
/// are its principal's; the account of all users is the service's, and nobody else can read or charge it. All calls
/// throw `CoachError` with code `store_failed` when the storage fails: a cap that cannot be read is a cap that is
/// reached.
public protocol BudgetLedger: Sendable {
  /// Sets an amount aside in every account of the reservation, if committed, reserved and the amount fit each cap.
  ///
  /// A reservation that is open is left as it is; one that was settled or released is made anew.
  ///
  /// - Returns: nil when it was granted or is open already; else the first account that has no room.
  /// - Throws: `CoachError` with code `conflict` when an account is another's, or `invalid_request` for an amount below
  ///   nothing.
  func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    async throws(CoachError) -> BudgetScope?
  /// Says that the call of a reservation is about to be made: from here on it may have been paid for.
  func begin(_ id: String, as principal: Principal) async throws(CoachError)
  /// Replaces the reservation by what the call cost, whatever that was; a second time changes nothing.
  ///
  /// - Parameter cost: nil charges what was set aside, for a call of which nobody knows what it cost; if the call was
  ///   never begun that is nothing.
  /// - Returns: what the call came to, the same each time; nothing for a reservation there is none of.
  @discardableResult
  func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) async throws(CoachError)
    -> BudgetSettlement
  /// Gives back what was set aside for a call that was not made.
  func release(_ id: String, as principal: Principal) async throws(CoachError)
  /// Where an account stands.
  func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding
  /// Gives back the principal's reservations whose lease is over and whose call was never begun; one that was begun
  /// stays, since it may have been paid for.
  ///
  /// - Returns: how many were given back.
  @discardableResult
  func expire(at time: String, as principal: Principal) async throws(CoachError) -> Int
}
