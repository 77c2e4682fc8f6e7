/// The rules on gains in force on one day, by kind of fund.
public struct GainsTaxRules: Hashable, Sendable {
  private let equityOriented: GainsTaxRule
  private let other: GainsTaxRule?
  /// Specified debt units bought from this day on are taxed by slab however long they are held.
  private let slabFrom: CivilDate

  /// The rule for units of `taxClass` bought on `purchase`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` where the tables have none.
  public func rule(for taxClass: Scheme.TaxClass, boughtOn purchase: CivilDate) throws(FinanceError)
    -> GainsTaxRule
  {
    switch taxClass {
    case .equityOriented: return equityOriented
    case .specifiedDebt where purchase >= slabFrom:
      return GainsTaxRule(longTermMonths: nil, shortRate: nil, longRate: 0, exemption: .zero)
    case .specifiedDebt, .other:
      guard let other else {
        throw FinanceError(
          .missingPolicy, "there are no tax rates for this kind of fund on the day of the sale")
      }
      return other
    }
  }
}

extension GainsTaxRules {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "equity_oriented", "specified_debt", "other")
    equityOriented = try GainsTaxRule(try fields.fields("equity_oriented"))
    other = try fields.optionalFields("other").map(GainsTaxRule.init(_:))
    let debt = try fields.fields("specified_debt")
    try debt.allowOnly("slab_from")
    slabFrom = try debt.date("slab_from")
  }
}
