/// Where an account stands.
public struct BudgetStanding: Hashable, Sendable {
  /// What calls have cost.
  public let committed: BudgetAmount
  /// What is set aside for calls under way.
  public let reserved: BudgetAmount

  /// States where an account stands.
  public init(committed: BudgetAmount, reserved: BudgetAmount) {
    self.committed = committed
    self.reserved = reserved
  }

  /// Both together: what a cap is held against.
  public var taken: BudgetAmount { committed + reserved }
}
