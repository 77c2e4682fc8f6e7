import JSONKit

/// A portfolio valued on a day: the one truth every tool of a run computes from.
///
/// Only lines up to the day count, each holding at the last net asset value on or before it.
public struct PortfolioSnapshot: Sendable {
  /// The portfolio.
  public let portfolio: Portfolio
  /// The day of the valuation.
  public let asOf: CivilDate
  /// The holdings in the order of the portfolio.
  public let holdings: [HoldingValuation]
  /// The sum of the holdings' values.
  public let value: Money
  /// The sum of their costs; nil when one of them is unknown.
  public let cost: Money?
  /// The rate of return of all flows and the value; nil when a statement does not show every flow.
  ///
  /// It is computed whatever the time span; under ``PointReturns/annualisableDays`` it must not be shown.
  public let xirr: XirrResult?
  /// The day money first moved, if it has.
  public let firstFlowDate: CivilDate?
  /// What a reader must be told about the inputs.
  public let issues: [SnapshotIssue]

  /// Values `portfolio` on `day`.
  ///
  /// - Throws: ``FinanceError`` with the pointer of a holding that has no statement, no scheme or no price, or
  ///   whose statement cannot be booked.
  public init(portfolio: Portfolio, prices: PriceTable, schemes: SchemeDirectory, asOf day: CivilDate)
    throws(FinanceError)
  {
    var valuer = HoldingValuer(portfolio: portfolio, prices: prices, schemes: schemes, day: day)
    var holdings: [HoldingValuation] = []
    for index in portfolio.holdings.indices { holdings.append(try valuer.value(holdingAt: index)) }
    valuer.reportUnlistedSchemes()
    let value = try Money.sum(holdings.map(\.value))
    let costs = holdings.compactMap(\.cost)
    let flows = holdings.flatMap(\.ledger.flows)

    self.portfolio = portfolio
    asOf = day
    self.holdings = holdings
    self.value = value
    cost = costs.count == holdings.count ? try Money.sum(costs) : nil
    firstFlowDate = flows.map(\.date).min()
    xirr = costs.count == holdings.count ? Self.xirr(flows, value: value, on: day) : nil
    issues = valuer.issues
  }

  /// The valuation of the holding called `id`.
  public func holding(_ id: String) -> HoldingValuation? { holdings.first { $0.id == id } }

  /// The gain not yet realised; nil when a cost is unknown.
  public var unrealised: Money? { cost.map { value - $0 } }

  /// Value over cost less 1; nil when the cost is unknown or nothing.
  public var absoluteReturn: Double? {
    cost.flatMap { PointReturns.absolute(invested: $0.rupees, value: value.rupees) }
  }

  /// The oldest day a net asset value is of; nil without holdings.
  public var oldestNAVDate: CivilDate? { holdings.map(\.nav.date).min() }

  /// Whether the flows reach back far enough for a yearly rate to be shown.
  public var isAnnualisable: Bool {
    firstFlowDate.map { $0.days(until: asOf) >= PointReturns.annualisableDays } ?? false
  }

  /// What `goal` may count on: its share of each holding's value, each rounded to the paisa.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the sum is beyond the range of ``Money``.
  public func value(of goal: Goal) throws(FinanceError) -> Money {
    var parts: [Money] = []
    for share in portfolio.shares where share.goal == goal.id {
      guard let holding = holding(share.holding) else { continue }
      parts.append(try holding.value.scaled(by: share.share))
    }
    return try Money.sum(parts)
  }

  private static func xirr(_ flows: [LotLedger.Flow], value: Money, on day: CivilDate) -> XirrResult {
    var dated = flows.map { CashFlow(date: $0.date, amount: $0.amount) }
    dated.append(CashFlow(date: day, amount: value))
    return Xirr.solve(dated)
  }
}
