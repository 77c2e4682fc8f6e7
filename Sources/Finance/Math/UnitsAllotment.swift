/// What a purchase buys: stamp duty off, the rest turned into units.
///
/// Stamp duty is 0.005 % of what is invested, levied inside the amount paid (since 1 July 2020), so it is
/// amount × 0.005/100.005, rounded to the paisa. Rates come from the caller as parts per million.
public struct UnitsAllotment: Hashable, Sendable {
  /// The duty taken out of the amount.
  public let stampDuty: Money
  /// What is left to buy units with.
  public let netInvestment: Money
  /// The units allotted, rounded half away from zero.
  public let units: Units
  /// The cost for tax: the amount paid, duty included, transaction charge excluded.
  public let cost: Money

  /// The allotment of `amount` at `nav`.
  ///
  /// - Parameters:
  ///   - amount: What the investor pays.
  ///   - nav: The applicable net asset value.
  ///   - transactionCharge: The distributor's charge taken off first.
  ///   - stampDutyPerMillion: The rate, 50 for 0.005 %.
  ///   - unitDecimals: 3, or 4 at some registrars.
  /// - Throws: ``FinanceError`` `outOfRange` when the charge exceeds the amount, a rate is negative, or the
  ///   units are beyond their range.
  public init(
    amount: Money, nav: NAV, transactionCharge: Money = .zero, stampDutyPerMillion: Int64,
    unitDecimals: Int = 3
  ) throws(FinanceError) {
    let net = amount - transactionCharge
    guard net >= .zero, transactionCharge >= .zero, (0...1_000_000).contains(stampDutyPerMillion),
      (3...4).contains(unitDecimals),
      let duty = net.share(stampDutyPerMillion, of: 1_000_000 + stampDutyPerMillion)
    else {
      throw FinanceError(.outOfRange, "no units can be allotted for \(amount) less \(transactionCharge)")
    }
    let invested = net - duty
    let step: Int128 = unitDecimals == 3 ? 10 : 1
    // paise × 10^6 / NAV × 10^-8 gives units; the quotient is taken once, at the registrar's precision.
    let quotient = (Int128(invested.paise) * 10_000_000_000).dividedHalfAway(
      by: Int128(nav.hundredMillionths) * step)
    guard let units = Units(wide: quotient * step) else {
      throw FinanceError(.outOfRange, "the units bought by \(amount) at \(nav) are beyond ±10^12")
    }
    stampDuty = duty
    netInvestment = invested
    self.units = units
    cost = net
  }
}
