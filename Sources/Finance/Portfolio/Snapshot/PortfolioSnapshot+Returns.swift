extension PortfolioSnapshot {
  /// The rate of return of one holding, switches counted as the sales and purchases they are; nil for an
  /// unknown identifier or a statement that does not show every flow.
  ///
  /// After a merger the flows of the former scheme count in the new one.
  public func xirr(ofHolding id: String) -> XirrResult? {
    guard let holding = holding(id), holding.cost != nil else { return nil }
    return Xirr.solve(holding.ledger.flows, worth: holding.value, on: asOf)
  }

  /// The rate of return of what `goal` may count on: its share of each holding's flows and value.
  ///
  /// - Returns: nil when a statement does not show every flow, or shares, which have none, are part of it.
  /// - Throws: ``FinanceError`` `outOfRange` when an amount leaves its range.
  public func xirr(of goal: Goal) throws(FinanceError) -> XirrResult? {
    var flows: [LotLedger.Flow] = []
    for share in portfolio.shares where share.goal == goal.id {
      guard let holding = holding(share.holding), holding.cost != nil else { return nil }
      for flow in holding.ledger.flows {
        flows.append(LotLedger.Flow(date: flow.date, amount: try flow.amount.scaled(by: share.share)))
      }
    }
    return Xirr.solve(flows, worth: try value(of: goal), on: asOf)
  }

  /// The disposals of the holding called `id`, for a tax estimate.
  ///
  /// - Throws: ``FinanceError`` `badReference` for an unknown identifier, `incompleteStatement` when lots are
  ///   unknown, so that no gain can be told.
  public func disposals(ofHolding id: String) throws(FinanceError) -> [Disposal] {
    guard let holding = holding(id) else { throw FinanceError(.badReference, "there is no holding \(id)") }
    guard holding.cost != nil else {
      throw FinanceError(
        .incompleteStatement,
        "the statement does not show every lot of \(id), so no tax is estimated; "
          + "import one that begins with the first purchase")
    }
    return holding.ledger.disposals
  }

  /// The tax on what was sold of the holding called `id` within the financial year of `day`.
  ///
  /// An estimate without cess, surcharge and the set-off of other schemes; the exemption is the one in force
  /// on the last day of the year, and counted in full.
  ///
  /// `fairValue` is the scheme's net asset value of 31 January 2018.
  ///
  /// - Throws: ``FinanceError`` as ``disposals(ofHolding:)`` does, `missingPolicy` for a sale the tables have no
  ///   rates for, `missing` when a slab rate is needed and the person has given none, or when equity units bought
  ///   until 31 January 2018 were sold and `fairValue` is not given.
  public func taxEstimate(
    ofHolding id: String, financialYearOf day: CivilDate, fairValue: NAV? = nil, rules: RegulatoryTables
  ) throws(FinanceError) -> [GainsTax] {
    let year = try disposals(ofHolding: id).filter { $0.sold.financialYear == day.financialYear }
    guard let holding = holding(id) else { return [] }
    return try TaxEstimate.taxes(
      on: year, taxClass: holding.scheme.taxClass, slabRate: portfolio.user.slabRate, fairValue: fairValue,
      rules: rules)
  }
}

extension Xirr {
  /// The rate of `flows` and what is left of them on `day`.
  static func solve(_ flows: [LotLedger.Flow], worth: Money, on day: CivilDate) -> XirrResult {
    solve(
      flows.map { CashFlow(date: $0.date, amount: $0.amount) } + [CashFlow(date: day, amount: worth)])
  }
}
