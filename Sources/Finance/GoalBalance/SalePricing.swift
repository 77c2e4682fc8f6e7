/// Prices one sale on any day: tax beside what was sold before, and exit load lot by lot.
struct SalePricing {
  private let lots: [(sale: LotSale, fairValue: NAV?)]
  private let realised: [TaxableSale]
  private let snapshot: PortfolioSnapshot
  private let rules: RegulatoryTables

  /// - Throws: ``FinanceError`` `incompleteStatement` when lots that are sold, or were sold this year, are unknown.
  init(
    _ sold: SaleQuantities, in snapshot: PortfolioSnapshot, rules: RegulatoryTables,
    fairValue: (String) -> NAV?
  ) throws(FinanceError) {
    var lots: [(LotSale, NAV?)] = []
    for part in sold.parts {
      let value = fairValue(part.holding.scheme.amfiCode)
      lots += try LotSale.take(part.units, of: part.holding, on: snapshot.asOf).map { ($0, value) }
    }
    self.lots = lots
    self.snapshot = snapshot
    self.rules = rules
    realised = try Self.realised(in: snapshot, fairValue: fairValue)
  }

  /// What the sale costs on `day`.
  func cost(on day: CivilDate) throws(FinanceError) -> SaleCost {
    try SaleCost(
      lots, on: day, realised: realised, slabRate: snapshot.portfolio.user.slabRate, rules: rules)
  }

  /// The first of the days on which the sale costs least, if that is less than `cost`; none after the longest wait
  /// the limits allow or on or after `deadline`.
  func cheapest(below cost: SaleCost, before deadline: CivilDate) throws(FinanceError) -> GoalSale.Later? {
    let last = snapshot.asOf.adding(months: try rules.balanceLimits(on: snapshot.asOf).waitMonths)
    var best: GoalSale.Later?
    for day in try turningDays() where day > snapshot.asOf && day <= last && day < deadline {
      let then = try self.cost(on: day)
      if then.total < (best?.cost ?? cost).total { best = GoalSale.Later(date: day, cost: then) }
    }
    return best
  }

  /// The days on which a lot turns long-term or leaves a load behind, and the first day of the next financial year.
  private func turningDays() throws(FinanceError) -> [CivilDate] {
    let today = snapshot.asOf
    var days: Set<CivilDate> = [today.nextFinancialYear]
    for (lot, _) in lots {
      days.formUnion(lot.loads.reliefs(allotted: lot.bought))
      let rule = try rules.taxRules(on: today).rule(for: lot.taxClass, boughtOn: lot.bought)
      if let months = rule.longTermMonths {
        days.insert(lot.bought.adding(months: months).adding(days: 1))
      }
    }
    return days.sorted()
  }

  /// What was sold of all holdings in the financial year of the snapshot.
  private static func realised(in snapshot: PortfolioSnapshot, fairValue: (String) -> NAV?)
    throws(FinanceError) -> [TaxableSale]
  {
    var sales: [TaxableSale] = []
    for holding in snapshot.holdings {
      let year = holding.ledger.disposals.filter {
        $0.sold.financialYear == snapshot.asOf.financialYear
      }
      guard !year.isEmpty else { continue }
      guard holding.cost != nil else {
        throw FinanceError(
          .incompleteStatement, "the gains of \(holding.id) this year are unknown, so is what is still exempt"
        )
      }
      let value = fairValue(holding.scheme.amfiCode)
      sales += year.map {
        TaxableSale(disposal: $0, taxClass: holding.scheme.taxClass, fairValue: value)
      }
    }
    return sales
  }
}

extension CivilDate {
  /// The first day of the Indian financial year after the one the day falls in.
  var nextFinancialYear: CivilDate {
    let first = CivilDate(unchecked: Self.days(month >= 4 ? year + 1 : year, 4, 1))
    return min(first, Self.maximum)
  }
}
