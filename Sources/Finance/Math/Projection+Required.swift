import Foundation

extension Projection {
  /// The first instalment that, with `existing` rupees, reaches `target` after `months`; 0 when none is needed.
  ///
  /// The instalment stays level, or rises by the ratio `stepUp` at every twelfth month.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for fewer than one month or a value out of range.
  public static func requiredSIP(
    target: Double, months: Int, rate: MonthlyRate, existing: Double = 0,
    timing: ContributionTiming = .due, stepUp: Double = 0
  ) throws(FinanceError) -> Double {
    try check(months: months)
    guard months > 0 else {
      throw FinanceError(.outOfRange, "no month is left to save in; move the target date")
    }
    let missing = max(0, target - existing * rate.growth(months: months))
    let factor =
      stepUp == 0
      ? rate.annuityFactor(months: months, timing: timing)
      : try self.stepUp(sip: 1, .percent(stepUp), months: months, rate: rate, timing: timing).value
    return try finite(missing / factor)
  }

  /// `amount` rounded up to a multiple of `step` rupees, the way a SIP is set up.
  public static func roundedUp(_ amount: Double, to step: Double) -> Double {
    // Rounding noise of the calculation (about 1e-12) must not add a whole step.
    ((amount / step) * (1 - 1e-12)).rounded(.up) * step
  }

  /// The yearly rise, up to `maximum`, with which a level instalment of `sip` reaches `target`.
  ///
  /// The rise comes at every twelfth instalment; it is found by bisection to the last digit.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a number of months or a value out of range.
  public static func requiredStepUp(
    sip: Double, target: Double, months: Int, rate: MonthlyRate, existing: Double = 0,
    timing: ContributionTiming = .due, maximum: Double = 1
  ) throws(FinanceError) -> RequiredStepUp {
    func value(_ rise: Double) throws(FinanceError) -> Double {
      try stepUp(
        sip: sip, .percent(rise), months: months, rate: rate, timing: timing, existing: existing
      ).value
    }
    if try value(0) >= target { return .notNeeded }
    guard sip > 0, try value(maximum) >= target else { return .unreachable }
    var (low, high) = (0.0, maximum)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return .ok(high) }
      if try value(middle) < target { low = middle } else { high = middle }
    }
  }

  /// The months until `existing` and `sip` rupees a month reach a `target` that does not move, as nper does.
  ///
  /// - Returns: The real number of months, and the whole months that takes; nil when the target is out of
  ///   reach at this rate.
  public static func monthsToGoal(
    sip: Double, target: Double, rate: MonthlyRate, existing: Double = 0, timing: ContributionTiming = .due
  ) -> (whole: Int, exact: Double)? {
    if existing >= target { return (0, 0) }
    let i = rate.value
    let exact: Double
    if i == 0 {
      exact = (target - existing) / sip
    } else {
      let payment = timing == .due ? sip * (1 + i) : sip
      exact = log((target * i + payment) / (existing * i + payment)) / log1p(i)
    }
    guard exact.isFinite, exact >= 0, exact <= Double(maximumMonths) else { return nil }
    // A target met to the last digit must not wait another month for rounding noise.
    return (Int((exact * (1 - 1e-12)).rounded(.up)), exact)
  }

  /// The monthly rate at which `existing` and `sip` rupees a month reach `target` after `months`.
  ///
  /// A diagnosis ("needs more than the cap allows"), never a promise.
  ///
  /// - Returns: The rate a month, or nil when no rate between −99 % and 100 % a month does.
  /// - Throws: ``FinanceError`` `outOfRange` for a number of months or an amount out of range.
  public static func requiredReturn(
    sip: Double, target: Double, months: Int, existing: Double = 0, timing: ContributionTiming = .due
  ) throws(FinanceError) -> Double? {
    try check(months: months)
    guard months > 0, sip >= 0, existing >= 0, target > 0, sip + existing > 0, target.isFinite else {
      throw FinanceError(.outOfRange, "a required return needs months, a target and money to invest")
    }
    func value(_ i: Double) -> Double {
      let rate = MonthlyRate(unchecked: i)
      return existing * rate.growth(months: months)
        + sip * rate.annuityFactor(months: months, timing: timing)
    }
    var (low, high) = (-0.99, 1.0)
    guard value(low) <= target, value(high) >= target else { return nil }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if value(middle) < target { low = middle } else { high = middle }
    }
  }
}
