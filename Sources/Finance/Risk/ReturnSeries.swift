/// Returns of equal periods, such as completed months, as ratios.
public struct ReturnSeries: Hashable, Sendable {
  /// The returns, oldest first.
  public let returns: [Double]
  /// How many periods make a year: 12 for months, 252 for trading days.
  public let periodsPerYear: Double

  /// A series of `returns`.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a return that is not finite or below −1, by its index, or a
  ///   number of periods that is not from 1 to 366.
  public init(_ returns: [Double], periodsPerYear: Double = 12) throws(FinanceError) {
    guard (1...366).contains(periodsPerYear) else {
      throw FinanceError(.outOfRange, "\(periodsPerYear) periods a year is not between 1 and 366")
    }
    if let index = returns.firstIndex(where: { !($0 >= -1 && $0.isFinite) }) {
      throw FinanceError(.outOfRange, "returns[\(index)] is not a finite ratio of −1 or more")
    }
    self.returns = returns
    self.periodsPerYear = periodsPerYear
  }

  /// The returns between the values of `levels`, each positive.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a level that is not positive and finite, by its index.
  public init(levels: [Double], periodsPerYear: Double = 12) throws(FinanceError) {
    try checkLevels(levels, "levels")
    try self.init(zip(levels, levels.dropFirst()).map { $1 / $0 - 1 }, periodsPerYear: periodsPerYear)
  }

  /// The sample standard deviation (n − 1) times √periods a year.
  public var volatility: RiskFigure {
    guard let spread = returns.sampleDeviation else { return .insufficientData }
    return .value(spread * periodsPerYear.squareRoot())
  }

  /// The mean return above `riskFree` over its standard deviation, times √periods a year.
  ///
  /// `riskFree` is a yearly ratio, spread evenly over the periods.
  public func sharpe(riskFree: Double) -> RiskFigure {
    let excess = excess(over: riskFree)
    guard let spread = excess.sampleDeviation else { return .insufficientData }
    guard spread > excess.negligible else { return .undefined }
    return .value(excess.mean / spread * periodsPerYear.squareRoot())
  }

  /// The mean return above `minimum` over the downside deviation of all periods, times √periods a year.
  ///
  /// `minimum` is the yearly return asked for, spread evenly over the periods.
  public func sortino(minimum: Double) -> RiskFigure {
    let excess = excess(over: minimum)
    guard excess.count >= 2 else { return .insufficientData }
    let downside = (excess.reduce(0) { $0 + min($1, 0) * min($1, 0) } / Double(excess.count)).squareRoot()
    guard downside > 0 else { return .undefined }
    return .value(excess.mean / downside * periodsPerYear.squareRoot())
  }

  /// The returns less `annual` spread evenly over the periods.
  func excess(over annual: Double) -> [Double] {
    returns.map { $0 - annual / periodsPerYear }
  }
}

/// Refuses a level that is not positive and finite, naming it in the list called `name`.
func checkLevels(_ levels: [Double], _ name: String) throws(FinanceError) {
  guard let index = levels.firstIndex(where: { !($0 > 0 && $0.isFinite) }) else { return }
  throw FinanceError(.outOfRange, "\(name)[\(index)] is not a positive number")
}
