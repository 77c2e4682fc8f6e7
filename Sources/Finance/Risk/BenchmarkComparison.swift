import Foundation

/// A fund beside its benchmark, which is a total-return index (TRI) over the same periods.
public struct BenchmarkComparison: Hashable, Sendable {
  /// The fund.
  public let fund: ReturnSeries
  /// The benchmark.
  public let benchmark: ReturnSeries

  /// Compares `fund` with `benchmark`.
  ///
  /// - Throws: ``FinanceError`` `inconsistent` when they have different lengths or periods.
  public init(fund: ReturnSeries, benchmark: ReturnSeries) throws(FinanceError) {
    guard fund.returns.count == benchmark.returns.count, fund.periodsPerYear == benchmark.periodsPerYear
    else {
      throw FinanceError(
        .inconsistent,
        "\(fund.returns.count) returns cannot be compared with \(benchmark.returns.count) of the benchmark")
    }
    self.fund = fund
    self.benchmark = benchmark
  }

  /// A line through the excess returns by ordinary least squares.
  public struct Regression: Hashable, Sendable {
    /// The slope.
    public let beta: Double
    /// The intercept times the periods a year.
    public let annualAlpha: Double
    /// The part of the fund's variance that the line explains.
    public let rSquared: Double
  }

  /// The regression of the fund's excess returns over `riskFree` a year on the benchmark's.
  ///
  /// - Returns: nil for fewer than two periods or a benchmark that does not vary.
  public func regression(riskFree: Double) -> Regression? {
    let (x, y) = (benchmark.excess(over: riskFree), fund.excess(over: riskFree))
    guard let spread = x.sampleDeviation, spread > x.negligible else { return nil }
    let (meanX, meanY) = (x.mean, y.mean)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for index in x.indices {
      xx += (x[index] - meanX) * (x[index] - meanX)
      xy += (x[index] - meanX) * (y[index] - meanY)
      yy += (y[index] - meanY) * (y[index] - meanY)
    }
    let beta = xy / xx
    return Regression(
      beta: beta, annualAlpha: (meanY - beta * meanX) * fund.periodsPerYear,
      rSquared: yy > 0 ? xy * xy / (xx * yy) : 1)
  }

  /// The standard deviation of the difference of the returns, a year.
  public var trackingError: RiskFigure {
    guard let spread = active.sampleDeviation else { return .insufficientData }
    return .value(spread * fund.periodsPerYear.squareRoot())
  }

  /// The mean difference of the returns over its standard deviation, times √periods a year.
  public var informationRatio: RiskFigure {
    guard let spread = active.sampleDeviation else { return .insufficientData }
    guard spread > fund.returns.negligible else { return .undefined }
    return .value(active.mean / spread * fund.periodsPerYear.squareRoot())
  }

  private var active: [Double] { zip(fund.returns, benchmark.returns).map { $0 - $1 } }

  /// The yearly growth of `levels` less that of `index`, over `years` from their first value to their last.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for fewer than two levels, one that is not positive, or a span
  ///   that is not above 0.
  public static func trackingDifference(levels: [Double], index: [Double], years: Double)
    throws(FinanceError) -> Double
  {
    try checkLevels(levels, "levels")
    try checkLevels(index, "index")
    guard levels.count >= 2, index.count >= 2, years > 0, years.isFinite else {
      throw FinanceError(.outOfRange, "a tracking difference needs two levels of each and a span above 0")
    }
    func growth(_ levels: [Double]) -> Double { pow(levels[levels.count - 1] / levels[0], 1 / years) - 1 }
    return growth(levels) - growth(index)
  }
}
