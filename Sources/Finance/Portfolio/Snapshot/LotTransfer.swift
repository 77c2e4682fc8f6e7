/// Lots on their way from a scheme that was merged to the one it was merged into.
struct LotTransfer: Hashable, Sendable {
  /// The day of the merger.
  let date: CivilDate
  /// What the statement says the units were worth, if it says so.
  let amount: Money?
  /// The lots, oldest first.
  let lots: [Lot]
  /// What had been paid for and received from the scheme up to then; none when units stayed behind.
  let flows: [LotLedger.Flow]

  /// The units of all lots.
  var units: Units {
    Units(wide: lots.reduce(0) { $0 + Int128($1.units.tenThousandths) }) ?? .zero
  }

  /// The same lots counted in the `units` of the new scheme, each boundary between lots rounded once.
  func converted(to units: Units, on date: CivilDate) -> LotTransfer {
    let old = Int128(self.units.tenThousandths)
    guard old > 0 else { return self }
    var (seen, given) = (Int128(0), Int128(0))
    let converted = lots.map { lot in
      seen += Int128(lot.units.tenThousandths)
      let upTo = (seen * Int128(units.tenThousandths)).dividedHalfAway(by: old)
      defer { given = upTo }
      return Lot(
        date: lot.date, units: Units(wide: upTo - given) ?? .zero, cost: lot.cost, origin: lot.origin)
    }
    return LotTransfer(date: date, amount: amount, lots: converted, flows: flows)
  }
}
