/// A ledger while its lines are being booked: each purchase keeps its lot and its flow together.
struct LotBook {
  private var ledger: LotLedger
  /// Purchases that a reversal could still take back, by the order they were booked.
  private var purchases: [Purchase] = []
  /// The index of the first lot that is not used up; lots before it stay as empty tombstones until the end.
  private var firstOpen = 0
  private var flows: [LotLedger.Flow?] = []

  private struct Purchase {
    let units: Units
    let nav: NAV?
    let lot: Int
    let flow: Int?
  }

  init(ledger: LotLedger) {
    self.ledger = ledger
  }

  /// The ledger without used-up lots and reversed flows.
  func closed() -> LotLedger {
    var ledger = ledger
    ledger.lots.removeAll { $0.units == .zero }
    ledger.flows = flows.compactMap(\.self)
    return ledger
  }

  mutating func apply(_ entry: LedgerEntry) throws(FinanceError) {
    switch entry.transaction.kind {
    case .purchase, .purchaseSIP, .switchIn: try buy(entry, paid: true)
    case .dividendReinvest: try buy(entry, paid: false)
    case .segregation: try segregate(entry)
    case .reversal: try reverse(entry)
    case .redemption, .switchOut: try sell(entry)
    case .dividendPayout: try payOut(entry)
    case .switchInMerger, .switchOutMerger, .giftIn, .giftOut, .misc, .unknown, .sttTax, .stampDutyTax,
      .tdsTax:
      throw LedgerEntry.error(.unsupported, "cannot be booked", entry.transaction)
    }
  }

  private mutating func buy(_ entry: LedgerEntry, paid: Bool) throws(FinanceError) {
    let line = entry.transaction
    let units = try positiveUnits(line)
    guard let amount = line.amount, amount >= .zero else {
      throw LedgerEntry.error(.missing, "needs an amount that is not negative", line)
    }
    let cost = try amount.adding(entry.taxes)
    if paid { flows.append(LotLedger.Flow(date: line.date, amount: -cost)) }
    purchases.append(
      Purchase(units: units, nav: line.nav, lot: ledger.lots.count, flow: paid ? flows.count - 1 : nil))
    ledger.lots.append(Lot(date: line.date, units: units, cost: cost, origin: line.kind))
  }

  private mutating func segregate(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    ledger.lots.append(
      Lot(date: line.date, units: try positiveUnits(line), cost: .zero, origin: line.kind))
  }

  private mutating func reverse(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    let units = try negativeUnits(line)
    let match = purchases.lastIndex { purchase in
      purchase.units == units && ledger.lots[purchase.lot].units == units
        && (purchase.nav == nil || line.nav == nil || purchase.nav == line.nav)
    }
    guard let match else {
      throw LedgerEntry.error(.inconsistent, "takes back \(units) units that no purchase brought", line)
    }
    let purchase = purchases.remove(at: match)
    ledger.lots[purchase.lot].units = .zero
    ledger.lots[purchase.lot].cost = .zero
    if let flow = purchase.flow { flows[flow] = nil }
  }

  private mutating func sell(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    var left = try negativeUnits(line)
    guard let amount = line.amount else { throw LedgerEntry.error(.missing, "needs an amount", line) }
    let gross = amount < .zero ? -amount : amount
    var cost = Money.zero
    while left > .zero {
      while firstOpen < ledger.lots.count, ledger.lots[firstOpen].units == .zero { firstOpen += 1 }
      guard firstOpen < ledger.lots.count else {
        throw LedgerEntry.error(.inconsistent, "sells \(left) units more than are held", line)
      }
      cost = try cost.adding(takeFromFirstLot(&left))
    }
    flows.append(LotLedger.Flow(date: line.date, amount: gross - entry.taxes))
    ledger.realised = try ledger.realised.adding(gross - cost)
  }

  /// Takes up to `left` units from the oldest lot and returns their part of its cost.
  ///
  /// What stays is cost less part, so nothing is lost to rounding however often a lot is cut.
  private mutating func takeFromFirstLot(_ left: inout Units) -> Money {
    let lot = ledger.lots[firstOpen]
    let taken = min(left, lot.units)
    let part = lot.cost.share(taken.tenThousandths, of: lot.units.tenThousandths) ?? lot.cost
    ledger.lots[firstOpen].units = Units(tenThousandths: lot.units.tenThousandths - taken.tenThousandths)
    ledger.lots[firstOpen].cost = lot.cost - part
    left = Units(tenThousandths: left.tenThousandths - taken.tenThousandths)
    return part
  }

  private mutating func payOut(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    guard let amount = line.amount else { throw LedgerEntry.error(.missing, "needs an amount", line) }
    let gross = amount < .zero ? -amount : amount
    flows.append(LotLedger.Flow(date: line.date, amount: gross - entry.taxes))
    ledger.incomePaid = try ledger.incomePaid.adding(gross)
  }

  private func positiveUnits(_ line: CASTransaction) throws(FinanceError) -> Units {
    guard let units = line.units, units > .zero else {
      throw LedgerEntry.error(.missing, "needs units above zero", line)
    }
    return units
  }

  /// The magnitude of units that leave.
  private func negativeUnits(_ line: CASTransaction) throws(FinanceError) -> Units {
    guard let units = line.units, units < .zero else {
      throw LedgerEntry.error(.missing, "needs units below zero", line)
    }
    return -units
  }
}
