/// An amount of what budgets cap: tokens, and money in millionths of a US dollar.
public struct BudgetAmount: Codable, Hashable, Sendable {
  /// Tokens in and out.
  public var tokens: Int
  /// Millionths of a US dollar.
  public var micros: Int

  /// States an amount.
  public init(tokens: Int = 0, micros: Int = 0) {
    self.tokens = tokens
    self.micros = micros
  }

  /// Nothing.
  public static let zero = BudgetAmount()

  /// The sum, held at the largest integer rather than trapping.
  public static func + (left: BudgetAmount, right: BudgetAmount) -> BudgetAmount {
    func sum(_ a: Int, _ b: Int) -> Int {
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? (a < 0 ? .min : .max) : sum
    }
    return BudgetAmount(tokens: sum(left.tokens, right.tokens), micros: sum(left.micros, right.micros))
  }

  /// Whether no part is more than the other's.
  public func fits(in cap: BudgetAmount) -> Bool { tokens <= cap.tokens && micros <= cap.micros }
}
