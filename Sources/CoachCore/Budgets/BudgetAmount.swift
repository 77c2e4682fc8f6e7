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

  /// The most either part of an account can be; three of them still add up.
  public static let limit = 1 << 60

  /// The amount held between nothing and ``limit``.
  public var bounded: BudgetAmount {
    BudgetAmount(tokens: min(max(tokens, 0), Self.limit), micros: min(max(micros, 0), Self.limit))
  }

  /// The sum, held at the largest integer rather than trapping.
  public static func + (left: BudgetAmount, right: BudgetAmount) -> BudgetAmount {
    func sum(_ a: Int, _ b: Int) -> Int {
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? (a < 0 ? .min : .max) : sum
    }
    return BudgetAmount(tokens: sum(left.tokens, right.tokens), micros: sum(left.micros, right.micros))
  }

  /// By how much this is more than another amount; never below nothing.
  public func excess(over other: BudgetAmount) -> BudgetAmount {
    let (mine, theirs) = (bounded, other.bounded)
    return BudgetAmount(
      tokens: max(0, mine.tokens - theirs.tokens), micros: max(0, mine.micros - theirs.micros))
  }

  /// Whether no part is more than the cap's.
  public func fits(in cap: BudgetCap) -> Bool {
    let most = cap.amount
    return tokens <= most.tokens && micros <= most.micros
  }
}
