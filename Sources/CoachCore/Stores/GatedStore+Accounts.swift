// Documented where they are declared: the protocols of a store.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension GatedStore {
  public func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    async throws(CoachError) -> BudgetScope?
  {
    try admit(call: nil)
    return try await base.reserve(reservation, until: lease, as: principal)
  }
  public func begin(_ id: String, as principal: Principal) async throws(CoachError) {
    try admit(call: nil)
    try await base.begin(id, as: principal)
  }
  public func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) async throws(CoachError)
    -> BudgetSettlement
  {
    try admit(call: nil)
    return try await base.settle(id, cost: cost, as: principal)
  }
  public func release(_ id: String, as principal: Principal) async throws(CoachError) {
    try admit(call: nil)
    try await base.release(id, as: principal)
  }
  public func expire(at time: String, as principal: Principal) async throws(CoachError) -> Int {
    try admit(call: nil)
    return try await base.expire(at: time, as: principal)
  }
  public func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding {
    try base.standing(scope, as: principal)
  }
}
