import Finance
import Testing

@Suite struct LotConservationTests {
  private static let arriving: [TransactionKind] = [
    .purchase, .purchaseSIP, .switchIn, .switchInMerger, .dividendReinvest, .segregation, .giftIn,
  ]
  private static let leaving: [TransactionKind] = [.redemption, .switchOut, .giftOut, .reversal]

  @Test("units are conserved through every kind that moves them", arguments: 0..<30)
  func unitsAreConserved(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var lines: [CASTransaction] = []
    var day = try #require(CivilDate(iso: "2015-01-01"))
    var held = Int64(0)
    for _ in 0..<60 {
      day = day.adding(days: .random(in: 1...30, using: &generator))
      let amount = Money(paise: .random(in: 1...10_000_000, using: &generator))
      let leaves = held > 0 && Bool.random(using: &generator)
      guard let kind = (leaves ? Self.leaving : Self.arriving).randomElement(using: &generator) else {
        continue
      }
      var moved = Int64.random(in: 1...(leaves ? held : 5_000_000), using: &generator)
      if kind == .reversal {
        // A reversal takes back a purchase of its own, made the day before.
        moved = 12_345_678
        lines.append(
          CASTransaction(
            date: day.adding(days: -1), kind: .purchase, amount: amount, units: Units(tenThousandths: moved)))
        held += moved
      }
      held += leaves ? -moved : moved
      lines.append(
        CASTransaction(
          date: day, kind: kind, amount: amount, units: Units(tenThousandths: leaves ? -moved : moved)))
    }
    let merged = day.adding(days: 1)
    let ledger = try LotLedger(lines)
    #expect(try ledger.units().tenThousandths == held)
    guard held > 0 else { return }
    let out = CASTransaction(
      date: merged, kind: .switchOutMerger, amount: nil, units: Units(tenThousandths: -held))
    let emptied = try LotLedger(lines + [out])
    #expect(try emptied.units() == .zero)
    #expect(emptied.disposals == ledger.disposals)
    #expect(emptied.flows.isEmpty)
  }
}
