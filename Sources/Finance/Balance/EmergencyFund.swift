/// Money at hand for an emergency, beside what a person spends.
public struct EmergencyFund: Hashable, Sendable {
  /// Whether it is enough.
  public enum State: String, Sendable, CaseIterable {
    case ok, short
    /// What the person spends is not known.
    case unknown
  }

  /// What is at hand.
  public let value: Money
  /// The months of expenses it covers, to a tenth rounded down; nil when expenses are unknown or nothing.
  public let months: Double?
  /// What should be at hand; nil when expenses are unknown.
  public let target: Money?
  /// What is missing, or nothing; nil when expenses are unknown.
  public let shortfall: Money?
  /// Whether it is enough.
  public let state: State

  /// Compares `value` with `months` of `expenses` a month.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the target leaves the range of ``Money``.
  public init(value: Money, monthlyExpenses expenses: Money?, months: Int) throws(FinanceError) {
    self.value = value
    guard let expenses else {
      (self.months, target, shortfall, state) = (nil, nil, nil, .unknown)
      return
    }
    let target = try Money.sum(Array(repeating: expenses, count: months))
    // Rounded down, so that a fund that falls short by a day is not said to be whole.
    self.months =
      expenses > .zero ? Double(Int128(value.paise) * 10 / Int128(expenses.paise)) / 10 : nil
    self.target = target
    shortfall = max(.zero, target - value)
    state = value < target ? .short : .ok
  }

  /// What `snapshot` has at hand: liquid and overnight money, and what is set aside for emergency goals.
  ///
  /// - Throws: ``FinanceError`` when a table has no row for the day or a sum leaves its range.
  public init(_ snapshot: PortfolioSnapshot, rules: RegulatoryTables) throws(FinanceError) {
    let portfolio = snapshot.portfolio
    let goals = portfolio.goals.filter { $0.kind == .emergency && $0.status == .active }.map(\.id)
    var parts: [Money] = []
    for holding in snapshot.holdings where holding.scheme.assets == .cash { parts.append(holding.value) }
    for share in portfolio.shares where goals.contains(share.goal) {
      // Liquid money is counted in full above, for whichever goal it is.
      guard let holding = snapshot.holding(share.holding), holding.scheme.assets != .cash else { continue }
      parts.append(try holding.value.scaled(by: share.share))
    }
    try self.init(
      value: try Money.sum(parts), monthlyExpenses: portfolio.user.monthlyExpenses,
      months: try rules.balanceLimits(on: snapshot.asOf).emergencyMonths)
  }
}
