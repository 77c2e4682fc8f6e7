import Foundation

/// Yearly returns taken as independent and log-normal: the model behind every probability shown.
public struct LogNormalReturns: Hashable, Sendable {
  /// The mean of ln(1 + return) a year.
  public let logMean: Double
  /// The standard deviation of ln(1 + return) a year.
  public let logVolatility: Double

  /// The model whose yearly return has this arithmetic `mean` and standard deviation `volatility`.
  ///
  /// s² = ln(1 + σ²/(1+μ)²) and m = ln(1+μ) − s²/2.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` unless `mean` is above −1 and at most 10, `volatility` from 0 to 10.
  public init(mean: Double, volatility: Double) throws(FinanceError) {
    guard mean > -1, mean <= 10, (0...10).contains(volatility) else {
      throw FinanceError(
        .outOfRange, "no returns have a mean of \(mean) and a volatility of \(volatility) a year")
    }
    let ratio = volatility / (1 + mean)
    let variance = log1p(ratio * ratio)
    logMean = log1p(mean) - variance / 2
    logVolatility = variance.squareRoot()
  }

  /// The mean of ln(1 + return) a month.
  public var monthlyLogMean: Double { logMean / 12 }

  /// The standard deviation of ln(1 + return) a month.
  public var monthlyLogVolatility: Double { logVolatility / 12.0.squareRoot() }
}
