import CoachCore

/// The accounts, which die with the rest.
extension MortalStore {
  func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    throws(CoachError) -> BudgetScope?
  {
    var refusing: BudgetScope?
    try write { () throws(CoachError) in
      refusing = try base.reserve(reservation, until: lease, as: principal)
    }
    return refusing
  }
  func begin(_ id: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.begin(id, as: principal) }
  }
  func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) throws(CoachError)
    -> BudgetSettlement
  {
    var settlement = BudgetSettlement()
    try write { () throws(CoachError) in settlement = try base.settle(id, cost: cost, as: principal) }
    return settlement
  }
  func release(_ id: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.release(id, as: principal) }
  }
  func expire(at time: String, as principal: Principal) throws(CoachError) -> Int {
    var count = 0
    try write { () throws(CoachError) in count = try base.expire(at: time, as: principal) }
    return count
  }
  func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding {
    try base.standing(scope, as: principal)
  }
}
