/// Money at hand and instalments to come, on their way to a target: what a probability is asked about.
public struct SavingsPlan: Hashable, Sendable {
  /// Rupees at the start.
  public let existing: Double
  /// The rupees paid in each month.
  public let instalments: [Double]
  /// Whether an instalment grows in its own month.
  public let timing: ContributionTiming
  /// How returns are distributed.
  public let returns: LogNormalReturns

  /// A plan of `existing` rupees and one of the `instalments` a month.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for no month or too many, and for an amount that is negative or
  ///   not finite; the message names the instalment.
  public init(
    existing: Double, instalments: [Double], timing: ContributionTiming = .due, returns: LogNormalReturns
  ) throws(FinanceError) {
    guard (1...Projection.maximumMonths).contains(instalments.count) else {
      throw FinanceError(
        .outOfRange, "\(instalments.count) months is not between 1 and \(Projection.maximumMonths)")
    }
    let amounts = 0...1e15
    guard amounts.contains(existing) else {
      throw FinanceError(.outOfRange, "existing is not an amount from 0 to 10^15 rupees")
    }
    if let index = instalments.firstIndex(where: { !amounts.contains($0) }) {
      throw FinanceError(.outOfRange, "instalments[\(index)] is not an amount from 0 to 10^15 rupees")
    }
    self.existing = existing
    self.instalments = instalments
    self.timing = timing
    self.returns = returns
  }

  /// A plan of `existing` rupees and `sip` rupees a month that rise by the ratio `stepUp` every twelfth month.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` as ``init(existing:instalments:timing:returns:)`` does.
  public init(
    existing: Double, sip: Double, stepUp: Double = 0, months: Int, timing: ContributionTiming = .due,
    returns: LogNormalReturns
  ) throws(FinanceError) {
    try Projection.check(months: months)
    let rise = StepUp(.percent(stepUp))
    try self.init(
      existing: existing, instalments: (0..<months).map { rise.instalment(base: sip, rises: $0 / 12) },
      timing: timing, returns: returns)
  }
}
