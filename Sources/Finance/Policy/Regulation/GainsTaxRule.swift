/// How gains of one kind of fund are taxed.
public struct GainsTaxRule: Hashable, Sendable {
  /// Units held longer than this many calendar months are long-term; nil when they never are.
  public let longTermMonths: Int?
  /// The rate on short-term gains, a ratio; nil for the person's slab.
  public let shortRate: Double?
  /// The rate on long-term gains, a ratio.
  public let longRate: Double
  /// What of the long-term gains of a financial year is free.
  public let exemption: Money

  /// A rule.
  public init(longTermMonths: Int?, shortRate: Double?, longRate: Double, exemption: Money) {
    self.longTermMonths = longTermMonths
    self.shortRate = shortRate
    self.longRate = longRate
    self.exemption = exemption
  }

  /// Whether units bought on `purchase` and sold on `sale` are long-term.
  ///
  /// The sale must come after the same day `longTermMonths` later: bought on 15 January 2024, sold on
  /// 15 January 2025 is short, a day later is long.
  public func isLongTerm(from purchase: CivilDate, to sale: CivilDate) -> Bool {
    longTermMonths.map { sale > purchase.adding(months: $0) } ?? false
  }
}

extension GainsTaxRule {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("long_term_months", "short_rate", "long_rate", "exemption")
    self.init(
      longTermMonths: try fields.int("long_term_months", in: 1...120),
      shortRate: try fields.optionalDouble("short_rate", in: 0...1),
      longRate: try fields.double("long_rate", in: 0...1),
      exemption: try fields.nonNegativeMoney("exemption"))
  }
}
