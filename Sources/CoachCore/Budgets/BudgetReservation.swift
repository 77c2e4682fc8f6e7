/// What was set aside for one call before it was made.
public struct BudgetReservation: Hashable, Sendable {
  /// The call's key; a call that is tried again keeps it, so that no try is charged twice.
  public let id: String
  /// What the call may cost at most.
  public let amount: BudgetAmount
  /// The accounts it is charged to.
  public let scopes: [BudgetScope]

  /// Sets an amount aside.
  public init(id: String, amount: BudgetAmount, scopes: [BudgetScope]) {
    self.id = id
    self.amount = amount
    self.scopes = scopes
  }
}
