import JSONKit

/// Values the holdings of one portfolio on one day and collects what is to be said about the inputs.
struct HoldingValuer {
  let portfolio: Portfolio
  let prices: PriceTable
  let schemes: SchemeDirectory
  let day: CivilDate
  private(set) var issues: [SnapshotIssue] = []

  init(portfolio: Portfolio, prices: PriceTable, schemes: SchemeDirectory, day: CivilDate) {
    self.portfolio = portfolio
    self.prices = prices
    self.schemes = schemes
    self.day = day
  }

  mutating func value(holdingAt index: Int) throws(FinanceError) -> HoldingValuation {
    let holding = portfolio.holdings[index]
    let place = JSONPointer(tokens: ["holdings", String(index)])
    guard let scheme = schemes.scheme(amfiCode: holding.amfiCode) else {
      throw FinanceError(
        .badReference, "scheme \(holding.amfiCode) is not in the scheme directory; add it",
        pointer: place.appending("amfi_code"))
    }
    guard let nav = prices.latest(amfiCode: holding.amfiCode, onOrBefore: day) else {
      throw FinanceError(
        .missingPrice, "no net asset value of \(holding.amfiCode) on or before \(day); add a price row",
        pointer: place.appending("amfi_code"))
    }
    let statement = try statement(of: holding, at: place)
    let books = StatementBooks(statement: portfolio.cas, day: day)
    let ledger = try books.ledger(of: statement, folio: CASFolio.normalized(holding.folio))
    let isCostKnown = try check(statement, ledger, of: holding)
    try refuseUnadjusted(holding, ledger, upTo: nav.date, at: place)
    let units = try ledger.units()
    let isStale = nav.isStale(asOf: day) && units != .zero
    if isStale {
      report(.staleNAV, holding, "the last net asset value is of \(nav.date)", at: place)
    }
    return HoldingValuation(
      holding: holding, scheme: scheme, units: units, nav: nav, value: try units.value(at: nav.value),
      cost: isCostKnown ? try ledger.cost() : nil, lots: ledger.lots, isStale: isStale, ledger: ledger)
  }

  /// Tells of schemes of the statement that no holding names, by their place: folio numbers are personal.
  mutating func reportUnlistedSchemes() {
    let listed = Set(portfolio.holdings.map { [CASFolio.normalized($0.folio), $0.amfiCode] })
    for folio in portfolio.cas.folios {
      for scheme in folio.schemes where !listed.contains([folio.number, scheme.amfiCode ?? ""]) {
        issues.append(
          SnapshotIssue(
            kind: .unlistedScheme, holding: nil,
            message: "the statement has a scheme that no holding names; it is not counted",
            pointer: scheme.pointer))
      }
    }
  }

  private func statement(of holding: Holding, at place: JSONPointer) throws(FinanceError) -> CASScheme {
    let statements = portfolio.cas.schemes(folio: holding.folio, amfiCode: holding.amfiCode)
    guard let statement = statements.first else {
      throw FinanceError(
        .badReference, "the statement has no scheme \(holding.amfiCode) in this folio", pointer: place)
    }
    guard statements.count == 1 else {
      throw FinanceError(
        .duplicate, "the statement has scheme \(holding.amfiCode) twice in this folio", pointer: place)
    }
    return statement
  }

  /// Units bought before a change of the unit cannot be multiplied with a value from after it.
  private func refuseUnadjusted(
    _ holding: Holding, _ ledger: LotLedger, upTo end: CivilDate, at place: JSONPointer
  ) throws(FinanceError) {
    guard let oldest = ledger.lots.map(\.date).min(),
      let change = prices.series(amfiCode: holding.amfiCode)?
        .unadjustedChanges(after: oldest, through: end).first
    else { return }
    throw FinanceError(
      .unadjustedPrices,
      "the value of a unit of \(holding.amfiCode) jumps on \(change.date), as when units are consolidated; "
        + "adjust the prices or the units before it",
      pointer: place.appending("amfi_code"))
  }

  /// Reports what the statement leaves open; whether its lots, and so the cost, are known.
  private mutating func check(_ statement: CASScheme, _ ledger: LotLedger, of holding: Holding)
    throws(FinanceError) -> Bool
  {
    if !statement.isComplete {
      report(
        .incompleteStatement, holding, "the statement opens with \(statement.open) units of unknown cost",
        at: statement.pointer.appending("open"))
    }
    if statement.isComplete, !ledger.isComplete {
      report(
        .unknownLots, holding, "units came by a gift or a merger whose cost the statement does not show",
        at: statement.pointer.appending("transactions"))
    }
    let reconciles = try statement.reconciles()
    if !reconciles {
      report(
        .unreconciled, holding, "the lines do not lead to the closing balance of \(statement.close) units",
        at: statement.pointer.appending("close"))
    }
    return statement.isComplete && ledger.isComplete && reconciles
  }

  private mutating func report(
    _ kind: SnapshotIssue.Kind, _ holding: Holding, _ message: String, at pointer: JSONPointer
  ) {
    issues.append(SnapshotIssue(kind: kind, holding: holding.id, message: message, pointer: pointer))
  }
}
