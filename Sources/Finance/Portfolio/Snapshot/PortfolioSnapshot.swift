import JSONKit

/// A portfolio valued on a day: the one truth every tool of a run computes from.
///
/// Only lines up to the day count, each holding at the last net asset value on or before it.
public struct PortfolioSnapshot: Sendable {
  /// The portfolio.
  public internal(set) var portfolio: Portfolio
  /// The day of the valuation.
  public let asOf: CivilDate
  /// The holdings in the order of the portfolio.
  public let holdings: [HoldingValuation]
  /// Shares held beside the funds, in the order of the portfolio.
  public let stocks: [StockValuation]
  /// The sum of the values of holdings and shares.
  public let value: Money
  /// The sum of their costs; nil when one of them is unknown.
  public let cost: Money?
  /// The rate of return of all flows and the value; nil when a statement does not show every flow, or when
  /// there are shares, which have none.
  ///
  /// It is computed whatever the time span; under ``PointReturns/annualisableDays`` it must not be shown.
  public let xirr: XirrResult?
  /// The day money first moved, if it has.
  public let firstFlowDate: CivilDate?
  /// What a reader must be told about the inputs.
  public let issues: [SnapshotIssue]

  /// Values `portfolio` on `day`, its shares at `closes`.
  ///
  /// - Throws: ``FinanceError`` with the pointer of a holding that has no statement, no scheme or no price, or
  ///   whose statement cannot be booked; `unadjustedPrices` for units bought before a change of the unit that
  ///   the prices do not account for.
  public init(
    portfolio: Portfolio, prices: PriceTable, schemes: SchemeDirectory, closes: StockCloses = .none,
    asOf day: CivilDate
  ) throws(FinanceError) {
    var valuer = HoldingValuer(portfolio: portfolio, prices: prices, schemes: schemes, day: day)
    var holdings: [HoldingValuation] = []
    for index in portfolio.holdings.indices { holdings.append(try valuer.value(holdingAt: index)) }
    valuer.reportUnlistedSchemes()
    var stocks: [StockValuation] = []
    for (index, stock) in portfolio.stocks.enumerated() {
      stocks.append(try StockValuation(stock, at: index, closes: closes, day: day))
    }
    let value = try Money.sum(holdings.map(\.value) + stocks.map(\.value))
    let costs = holdings.map(\.cost) + portfolio.stocks.map(\.cost)
    let flows = holdings.flatMap(\.ledger.flows)
    let showsEveryFlow = stocks.isEmpty && holdings.allSatisfy { $0.cost != nil }

    self.portfolio = portfolio
    asOf = day
    self.holdings = holdings
    self.stocks = stocks
    self.value = value
    cost = costs.contains(nil) ? nil : try Money.sum(costs.compactMap(\.self))
    firstFlowDate = flows.map(\.date).min()
    xirr = showsEveryFlow ? Xirr.solve(flows, worth: value, on: day) : nil
    issues = valuer.issues + Self.issues(of: stocks)
  }

  /// The valuation of the holding called `id`.
  public func holding(_ id: String) -> HoldingValuation? { holdings.first { $0.id == id } }

  /// The gain not yet realised; nil when a cost is unknown.
  public var unrealised: Money? { cost.map { value - $0 } }

  /// Value over cost less 1; nil when the cost is unknown or nothing.
  public var absoluteReturn: Double? {
    cost.flatMap { PointReturns.absolute(invested: $0.rupees, value: value.rupees) }
  }

  /// The oldest day a value of units or shares still held is of; nil when nothing is held.
  public var oldestNAVDate: CivilDate? {
    (holdings.filter { $0.units != .zero }.map(\.nav.date) + stocks.map(\.close.date)).min()
  }

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
      let owned = holding(share.holding)?.value ?? stocks.first { $0.stock.id == share.holding }?.value
      if let owned { parts.append(try owned.scaled(by: share.share)) }
    }
    return try Money.sum(parts)
  }

  private static func issues(of stocks: [StockValuation]) -> [SnapshotIssue] {
    guard !stocks.isEmpty else { return [] }
    let place = JSONPointer(tokens: ["stocks"])
    let without = SnapshotIssue(
      kind: .stocksWithoutFlows, holding: nil,
      message: "shares have no dated flows, so no rate of return covers the whole portfolio", pointer: place)
    let stale = stocks.enumerated().filter(\.element.isStale).map { index, stock in
      SnapshotIssue(
        kind: .staleNAV, holding: stock.stock.id, message: "the last close is of \(stock.close.date)",
        pointer: place.appending(index))
    }
    return [without] + stale
  }
}
