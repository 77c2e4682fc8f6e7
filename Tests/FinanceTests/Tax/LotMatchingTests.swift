import Finance
import Testing

@Suite struct LotMatchingTests {
  @Test("units and costs are conserved", arguments: 0..<40)
  func conservation(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let start = try #require(CivilDate(iso: "2022-01-01"))
    let nav = try #require(NAV(exactly: "17.3333"))
    let lots = (0..<8).map { index in
      TaxLot(
        date: start.adding(days: index * 30),
        units: Units(tenThousandths: Int64.random(in: 1...5_000_000, using: &generator)),
        cost: Money(paise: Int64.random(in: 0...10_000_000, using: &generator)))
    }
    let bought = try Units.sum(lots.map(\.units)).tenThousandths
    let sales = (1...4).map { index in
      LotMatching.Sale(
        date: start.adding(days: 300 + index),
        units: Units(tenThousandths: Int64.random(in: 1...max(1, bought / 4), using: &generator)), nav: nav)
    }
    let matching = try LotMatching(lots: lots.shuffled(using: &generator), sales: sales)
    let units = try Units.sum(matching.disposals.map(\.units) + matching.remaining.map(\.units))
    #expect(units.tenThousandths == bought)
    let cost = try Money.sum(matching.disposals.map(\.cost) + matching.remaining.map(\.cost))
    #expect(try cost == Money.sum(lots.map(\.cost)))
  }

  @Test func moreThanWasBoughtCannotBeSold() throws {
    let day = try #require(CivilDate(iso: "2022-01-01"))
    let nav = try #require(NAV(exactly: "10"))
    let unit = Units(tenThousandths: 10_000)
    let lot = TaxLot(date: day, units: unit, cost: .zero)
    for sale in [
      LotMatching.Sale(date: day.adding(days: 1), units: Units(tenThousandths: 10_001), nav: nav),
      LotMatching.Sale(date: day.adding(days: -1), units: unit, nav: nav),
    ] {
      let error = #expect(throws: FinanceError.self) { try LotMatching(lots: [lot], sales: [sale]) }
      #expect(error?.code == .inconsistent)
    }
    #expect(throws: FinanceError.self) {
      try LotMatching(lots: [lot], sales: [LotMatching.Sale(date: day, units: .zero, nav: nav)])
    }
  }

  @Test func gainsBySlabNeedARate() throws {
    let day = try #require(CivilDate(iso: "2025-01-01"))
    let gain = Disposal(
      bought: day, sold: day.adding(days: 30), units: Units(tenThousandths: 1), proceeds: Money(rupees: 300),
      cost: Money(rupees: 100))
    let rule = try RegulatoryTables.embedded().taxRules(on: day).rule(for: .specifiedDebt, boughtOn: day)
    #expect(try GainsTax([gain], rule: rule, slabRate: 0.3).tax == Money(rupees: 60))
    let error = #expect(throws: FinanceError.self) { try GainsTax([gain], rule: rule) }
    #expect(error?.code == .missing)
  }
}
