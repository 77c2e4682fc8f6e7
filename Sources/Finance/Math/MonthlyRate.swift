import Foundation

/// A growth rate a month, checked once so that the projections need not.
public struct MonthlyRate: Hashable, Sendable {
  /// The rate as a ratio, above −1 and at most 1.
  public let value: Double

  /// The monthly rate of `annual`, a ratio above −1 and at most 10.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for any other annual rate.
  public init(annual: Double, convention: RateConvention = .effective) throws(FinanceError) {
    guard annual > -1, annual <= 10 else {
      throw FinanceError(.outOfRange, "an annual rate of \(annual) is not between −1 and 10")
    }
    switch convention {
    case .effective: value = expm1(log1p(annual) / 12)
    case .nominal: value = annual / 12
    }
  }

  /// A monthly rate already known to be above −1.
  init(unchecked value: Double) {
    self.value = value
  }

  /// (1+i)^`months`.
  func growth(months: Int) -> Double {
    exp(Double(months) * log1p(value))
  }

  /// What one rupee a month for `months` grows to, at the end of the last month.
  func annuityFactor(months: Int, timing: ContributionTiming) -> Double {
    guard value != 0 else { return Double(months) }
    let ordinary = expm1(Double(months) * log1p(value)) / value
    return timing == .due ? ordinary * (1 + value) : ordinary
  }
}
