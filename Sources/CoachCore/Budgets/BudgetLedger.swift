/// Keeps the accounts: reserve before a call, settle or release after it (domain rules §7).
///
/// Checking first and adding later would overspend by the number of calls that check at once, so a reservation is one
/// atomic step over all its accounts: all of them take it or none does. All calls throw `CoachError` with code
/// `store_failed` when the storage fails: a cap that cannot be read is a cap that is reached.
public protocol BudgetLedger: Sendable {
  /// Sets an amount aside in every account of the reservation, if committed, reserved and the amount fit each cap.
  ///
  /// - Returns: nil when it was granted or was there already; else the first account that has no room.
  func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    throws(CoachError) -> BudgetScope?
  /// Says that the call of a reservation is about to be made: from here on it may have been paid for.
  func begin(_ id: String, as principal: Principal) throws(CoachError)
  /// Replaces the reservation by what the call cost, whatever that was.
  ///
  /// - Parameter cost: nil charges what was set aside, for a call of which nobody knows what it cost.
  /// - Returns: by how much the cost was above the reservation; zero when it was not, or was settled before.
  func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) throws(CoachError) -> BudgetAmount
  /// Gives back what was set aside for a call that was not made.
  func release(_ id: String, as principal: Principal) throws(CoachError)
  /// Where an account stands.
  func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding
  /// Gives back reservations whose lease is over and whose call was never begun; one that was begun stays, since it may
  /// have been paid for.
  ///
  /// - Returns: how many were given back.
  func expire(at time: String, as principal: Principal) throws(CoachError) -> Int
}
