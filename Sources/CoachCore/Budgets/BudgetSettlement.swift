/// What a call came to once it was over.
public struct BudgetSettlement: Hashable, Sendable {
  /// What is committed for it.
  public let cost: BudgetAmount
  /// By how much that is more than was set aside.
  public let excess: BudgetAmount

  /// States what a call came to.
  public init(cost: BudgetAmount = .zero, excess: BudgetAmount = .zero) {
    self.cost = cost
    self.excess = excess
  }

  /// Whether the call cost more than was set aside.
  public var isOverrun: Bool { excess != .zero }
}
