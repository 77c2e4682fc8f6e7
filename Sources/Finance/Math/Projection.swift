import Foundation

/// What money grows to at an assumed rate, in rupees as `Double`.
///
/// Projections are estimates and stay unrounded here; whoever shows one rounds it to paise once, at the end.
/// The number of months is limited to ``maximumMonths``.
public enum Projection {
  /// The longest plan, 100 years.
  public static let maximumMonths = 1200

  /// A lump sum after `years` (fractions allowed) at `annualRate`: present·(1+R)^years.
  ///
  /// It also inflates a target: ₹20 lakh at 10 % for 12 years is ₹62,76,856.75.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when an input or the value is not finite, or the rate not above −1.
  public static func lumpSum(present: Double, annualRate: Double, years: Double) throws(FinanceError)
    -> Double
  {
    guard annualRate > -1, years.magnitude <= 1000 else {
      throw FinanceError(.outOfRange, "cannot grow at \(annualRate) a year for \(years) years")
    }
    return try finite(present * exp(years * log1p(annualRate)))
  }

  /// `existing` rupees and `sip` rupees a month after `months`.
  ///
  /// ```swift
  /// let rate = try MonthlyRate(annual: 0.12)
  /// try Projection.sip(5000, months: 120, rate: rate)   // 1120179.4477973…
  /// ```
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a number of months or a value out of range.
  public static func sip(
    _ sip: Double, months: Int, rate: MonthlyRate, timing: ContributionTiming = .due, existing: Double = 0
  ) throws(FinanceError) -> Double {
    try check(months: months)
    return try finite(
      existing * rate.growth(months: months) + sip * rate.annuityFactor(months: months, timing: timing))
  }

  /// `existing` rupees and one instalment a month, month by month: due W = (W+c)(1+i), ordinary W(1+i)+c.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for too many instalments or a value that is not finite.
  public static func monthByMonth(
    _ instalments: some Collection<Double>, rate: MonthlyRate, timing: ContributionTiming = .due,
    existing: Double = 0
  ) throws(FinanceError) -> Double {
    try check(months: instalments.count)
    let growth = 1 + rate.value
    let value = instalments.reduce(existing) { worth, instalment in
      timing == .due ? (worth + instalment) * growth : worth * growth + instalment
    }
    return try finite(value)
  }

  /// `existing` rupees and an instalment that rises at every twelfth month, never above `cap`.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a number of months or a value out of range.
  public static func stepUp(
    sip: Double, _ stepUp: StepUp.Rise, cap: Double? = nil, months: Int, rate: MonthlyRate,
    timing: ContributionTiming = .due, existing: Double = 0
  ) throws(FinanceError) -> StepUpProjection {
    try check(months: months)
    let rising = StepUp(stepUp)
    let instalments = (0..<months).map { rising.instalment(base: sip, rises: $0 / 12, cap: cap) }
    return StepUpProjection(
      value: try monthByMonth(instalments, rate: rate, timing: timing, existing: existing),
      invested: try finite(instalments.reduce(0, +)),
      lastInstalment: instalments.last ?? sip)
  }

  static func check(months: Int) throws(FinanceError) {
    guard (0...maximumMonths).contains(months) else {
      throw FinanceError(.outOfRange, "\(months) months is not between 0 and \(maximumMonths)")
    }
  }

  static func finite(_ value: Double) throws(FinanceError) -> Double {
    guard value.isFinite else {
      throw FinanceError(.outOfRange, "the projection is not a finite amount; check the inputs")
    }
    return value
  }
}
