import Foundation

/// The probability that money reaches a target, in closed form.
///
/// It must be worded as holding under the stated assumptions, never as a promise.
public enum SuccessProbability {
  /// Of a lump sum after `years`: Φ((ln(present/target) + mT)/(s√T)).
  ///
  /// Without volatility it is 1 or 0.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` unless the amounts are positive and `years` from 0 to 100.
  public static func lumpSum(
    present: Double, target: Double, years: Double, returns: LogNormalReturns
  ) throws(FinanceError) -> Double {
    guard present > 0, target > 0, present.isFinite, target.isFinite, (0...100).contains(years) else {
      throw FinanceError(
        .outOfRange, "a probability needs positive amounts and 0 to 100 years, not \(years)")
    }
    let drift = log(present / target) + returns.logMean * years
    let spread = returns.logVolatility * years.squareRoot()
    // A target met exactly must not be missed for the last digit of a logarithm.
    guard spread > 0 else { return drift >= -1e-12 ? 1 : 0 }
    return NormalDistribution.cdf(drift / spread)
  }
}
