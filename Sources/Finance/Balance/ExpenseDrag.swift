/// What the dearer of two plans of one fund costs over the years (domain rules §2.3).
public struct ExpenseDrag: Hashable, Sendable {
  /// What the cheaper plan comes to less what the dearer comes to, not negative.
  public let amount: Money

  /// The drag on `existing` rupees and `sip` rupees a month over `months`, at `gross` a year before costs.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a number of months, a rate or a value out of range.
  public init(
    existing: Money, sip: Money, months: Int, gross: Double, dearer: Double, cheaper: Double
  ) throws(FinanceError) {
    var worth: [Double] = []
    for ratio in [cheaper, dearer] {
      let rate = try MonthlyRate(annual: gross - ratio)
      worth.append(try Projection.sip(sip.rupees, months: months, rate: rate, existing: existing.rupees))
    }
    amount = max(.zero, try Money.rounded(rupees: worth[0] - worth[1]))
  }
}
