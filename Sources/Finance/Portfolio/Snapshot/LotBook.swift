/// A ledger while its lines are being booked: each purchase keeps its lot and its flow together.
struct LotBook {
  private(set) var ledger: LotLedger
  /// What comes by mergers, until its line takes it.
  private var incoming: [LotTransfer]
  /// Purchases that a reversal could still take back, by the order they were booked.
  private var purchases: [Purchase] = []
  /// The index of the first lot that is not used up; lots before it stay as empty tombstones until the end.
  private var firstOpen = 0
  private(set) var flows: [LotLedger.Flow?] = []

  private struct Purchase {
    let units: Units
    let nav: NAV?
    let lot: Int
    let flow: Int?
  }

  init(ledger: LotLedger, incoming: [LotTransfer]) {
    self.ledger = ledger
    self.incoming = incoming
  }

  /// The ledger without used-up lots and reversed flows.
  func closed() -> LotLedger {
    var ledger = ledger
    ledger.lots.removeAll { $0.units == .zero }
    ledger.flows = flows.compactMap(\.self).sorted { $0.date < $1.date }
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
    case .switchInMerger: try mergeIn(entry)
    case .switchOutMerger: try mergeOut(entry)
    case .giftIn: try receive(entry)
    case .giftOut: try giveAway(entry)
    case .misc, .unknown, .sttTax, .stampDutyTax, .tdsTax:
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
    guard let amount = line.amount else { throw LedgerEntry.error(.missing, "needs an amount", line) }
    let gross = amount < .zero ? -amount : amount
    let taken = try take(try negativeUnits(line), for: line)
    let proceeds = gross.apportioned(by: taken.map(\.units.value))
    for (lot, part) in zip(taken, proceeds) {
      ledger.disposals.append(
        Disposal(bought: lot.date, sold: line.date, units: lot.units, proceeds: part, cost: lot.cost))
    }
    flows.append(LotLedger.Flow(date: line.date, amount: gross - entry.taxes))
    ledger.realised = try ledger.realised.adding(gross - (try Money.sum(taken.map(\.cost))))
  }

  /// Takes `units` from the oldest lots on and returns what was taken, lot by lot.
  private mutating func take(_ units: Units, for line: CASTransaction) throws(FinanceError) -> [Lot] {
    var left = units
    var taken: [Lot] = []
    while left > .zero {
      while firstOpen < ledger.lots.count, ledger.lots[firstOpen].units == .zero { firstOpen += 1 }
      guard firstOpen < ledger.lots.count else {
        throw LedgerEntry.error(.inconsistent, "takes \(left) units more than are held", line)
      }
      taken.append(takeFromFirstLot(&left))
    }
    return taken
  }

  /// Takes up to `left` units from the oldest lot and returns them with their part of its cost.
  ///
  /// What stays is cost less part, so nothing is lost to rounding however often a lot is cut.
  private mutating func takeFromFirstLot(_ left: inout Units) -> Lot {
    let lot = ledger.lots[firstOpen]
    let taken = min(left, lot.units)
    let part = lot.cost.share(taken.tenThousandths, of: lot.units.tenThousandths) ?? lot.cost
    ledger.lots[firstOpen].units = Units(tenThousandths: lot.units.tenThousandths - taken.tenThousandths)
    ledger.lots[firstOpen].cost = lot.cost - part
    left = Units(tenThousandths: left.tenThousandths - taken.tenThousandths)
    return Lot(date: lot.date, units: taken, cost: part, origin: lot.origin)
  }

  private mutating func payOut(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    guard let amount = line.amount else { throw LedgerEntry.error(.missing, "needs an amount", line) }
    let gross = amount < .zero ? -amount : amount
    flows.append(LotLedger.Flow(date: line.date, amount: gross - entry.taxes))
    ledger.incomePaid = try ledger.incomePaid.adding(gross)
  }

  /// Lots come with their days and costs, cut to the units of the new scheme; the flows come along.
  private mutating func mergeIn(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    let units = try positiveUnits(line)
    guard let match = incoming.firstIndex(where: { $0.date == line.date && $0.units == units }) else {
      return try receive(entry)
    }
    let transfer = incoming.remove(at: match)
    ledger.lots.append(contentsOf: transfer.lots)
    flows.append(contentsOf: transfer.flows)
  }

  /// All lots leave; no gain is made, and what was paid for them is the new scheme's.
  private mutating func mergeOut(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    let lots = try take(try negativeUnits(line), for: line)
    let isWhole = ledger.lots.allSatisfy { $0.units == .zero }
    ledger.outgoing.append(
      LotTransfer(
        date: line.date, amount: line.amount, lots: lots, flows: isWhole ? flows.compactMap(\.self) : []))
    if isWhole { flows = flows.map { _ in nil } }
  }

  /// Units come whose cost is known elsewhere.
  private mutating func receive(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    ledger.lots.append(
      Lot(date: line.date, units: try positiveUnits(line), cost: .zero, origin: line.kind))
    ledger.isComplete = false
  }

  private mutating func giveAway(_ entry: LedgerEntry) throws(FinanceError) {
    let line = entry.transaction
    let units = try negativeUnits(line)
    _ = try take(units, for: line)
    let worth: Money
    if let amount = line.amount {
      worth = amount < .zero ? -amount : amount
    } else if let nav = line.nav {
      worth = try units.value(at: nav)
    } else {
      throw LedgerEntry.error(.missing, "needs an amount or a net asset value", line)
    }
    flows.append(LotLedger.Flow(date: line.date, amount: worth - entry.taxes))
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
