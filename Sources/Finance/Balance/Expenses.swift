/// What running costs take.
public enum Expenses {
  /// The mean expense ratio of positions, weighted by value, in the unit of the ratios.
  ///
  /// - Throws: ``FinanceError`` `inconsistent` for lists of different lengths, `outOfRange` for a value or
  ///   ratio that is negative or not finite or values that sum to nothing.
  public static func weightedRatio(values: [Double], ratios: [Double]) throws(FinanceError) -> Double {
    guard values.count == ratios.count else {
      throw FinanceError(.inconsistent, "\(values.count) values need as many expense ratios")
    }
    for (name, list) in [("values", values), ("ratios", ratios)] {
      if let index = list.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw FinanceError(.outOfRange, "\(name)[\(index)] is negative or not finite")
      }
    }
    let total = values.reduce(0, +)
    guard total > 0, total.isFinite else { throw FinanceError(.outOfRange, "the values sum to nothing") }
    return zip(values, ratios).reduce(0) { $0 + $1.0 * $1.1 } / total
  }

  /// What `sip` rupees a month come to after costs: growth at `gross` less `ratio` a year.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a number of months or a value out of range.
  public static func sipValue(
    _ sip: Double, months: Int, gross: Double, ratio: Double, convention: RateConvention = .effective,
    timing: ContributionTiming = .due
  ) throws(FinanceError) -> Double {
    let rate = try MonthlyRate(annual: gross - ratio, convention: convention)
    return try Projection.sip(sip, months: months, rate: rate, timing: timing)
  }
}
