/// The tax on the sales of one financial year.
enum TaxEstimate {
  /// The taxes on `disposals` of one year, one for each rule that applies, in the order of the sales.
  ///
  /// Rates changed on 23 July 2024, so a year may have two; the exemption is then the higher one, and is
  /// taken from the later rate first only as far as the earlier has left it.
  ///
  /// - Parameter fairValue: the scheme's net asset value of 31 January 2018, for equity units bought until then.
  /// - Throws: ``FinanceError`` `missing` when that value is needed and not given.
  static func taxes(
    on disposals: [Disposal], taxClass: Scheme.TaxClass, slabRate: Double?, fairValue: NAV?,
    rules: RegulatoryTables
  ) throws(FinanceError) -> [GainsTax] {
    var groups: [(rule: GainsTaxRule, disposals: [Disposal])] = []
    for sale in disposals {
      var disposal = sale
      if taxClass == .equityOriented, sale.isGrandfathered {
        guard let fairValue else {
          throw FinanceError(
            .missing, "units bought on \(sale.bought) need the net asset value of 2018-01-31 for their cost")
        }
        disposal = try sale.steppedUp(toFairValue: fairValue)
      }
      let rule = try rules.taxRules(on: disposal.sold).rule(for: taxClass, boughtOn: disposal.bought)
      if let index = groups.firstIndex(where: { $0.rule == rule }) {
        groups[index].disposals.append(disposal)
      } else {
        groups.append((rule, [disposal]))
      }
    }
    var used = Money.zero
    var taxes: [GainsTax] = []
    for (rule, disposals) in groups {
      let left = GainsTaxRule(
        longTermMonths: rule.longTermMonths, shortRate: rule.shortRate, longRate: rule.longRate,
        exemption: max(.zero, rule.exemption - used))
      let tax = try GainsTax(disposals, rule: left, slabRate: slabRate)
      used = used + max(.zero, tax.longTermGain + min(.zero, tax.shortTermGain) - tax.taxableLong)
      taxes.append(tax)
    }
    return taxes
  }
}
