import Finance
import Testing

@Suite struct LotLedgerTests {
  @Test func stampDutyIsPartOfCostAndFlow() throws {
    let ledger = try LotLedger([
      line("2024-01-05", .purchaseSIP, "4999.75", "99.995"), line("2024-01-05", .stampDutyTax, "0.25"),
      line("2024-01-05", .purchase, "999.95", "19.999"), line("2024-01-05", .stampDutyTax, "0.05"),
    ])
    #expect(ledger.lots.map(\.cost) == [Money(rupees: 5000), Money(rupees: 1000)])
    #expect(ledger.flows.map(\.amount) == [Money(rupees: -5000), Money(rupees: -1000)])
  }

  @Test func saleTakesTheOldestLotsAndTaxesLessenTheFlow() throws {
    let ledger = try LotLedger([
      line("2024-01-05", .purchase, "5000", "99.995"), line("2024-02-05", .purchase, "5000", "96.149"),
      line("2024-06-10", .redemption, "-6600", "-120"), line("2024-06-10", .sttTax, "0.07"),
      line("2024-06-10", .tdsTax, "1.00"),
    ])
    #expect(try ledger.units() == Units(exactly: "76.144"))
    #expect(try ledger.cost() == Money(exactly: "3959.69"))
    #expect(ledger.realised == Money(exactly: "559.69"))
    #expect(ledger.flows.last?.amount == Money(exactly: "6598.93"))
  }

  @Test func reversalTakesThePurchaseBackWithItsFlow() throws {
    let ledger = try LotLedger([
      line("2024-01-05", .purchase, "5000", "100", nav: "50"),
      line("2024-02-05", .purchase, "4999.75", "100", nav: "52"),
      line("2024-02-05", .stampDutyTax, "0.25"), line("2024-02-07", .reversal, "-4999.75", "-100", nav: "52"),
      line("2024-02-07", .stampDutyTax, "-0.25"),
    ])
    #expect(ledger.lots.map(\.date.description) == ["2024-01-05"])
    #expect(ledger.flows.map(\.amount) == [Money(rupees: -5000)])
    #expect(ledger.realised == .zero)
  }

  @Test func incomeAndSegregationMoveNoMoneyIn() throws {
    let ledger = try LotLedger([
      line("2024-01-05", .purchase, "5000", "100"), line("2024-03-05", .dividendReinvest, "99.99", "2"),
      line("2024-03-05", .stampDutyTax, "0.01"), line("2024-04-05", .segregation, nil, "100"),
      line("2024-05-05", .dividendPayout, "60", nil), line("2024-05-05", .tdsTax, "6"),
      line("2024-05-06", .misc, nil, nil),
    ])
    #expect(ledger.lots.map(\.cost) == [Money(rupees: 5000), Money(rupees: 100), .zero])
    #expect(ledger.flows.map(\.amount) == [Money(rupees: -5000), Money(rupees: 54)])
    #expect(ledger.incomePaid == Money(rupees: 60))
  }

  @Test func withinADayPurchasesComeBeforeSales() throws {
    let ledger = try LotLedger([
      line("2024-01-05", .switchOut, "-500", "-10"), line("2024-01-05", .switchIn, "500", "10"),
    ])
    #expect(ledger.lots.isEmpty)
    #expect(try ledger.cost() == .zero)
  }

  @Test(arguments: [
    (TransactionKind.redemption, "-5", "-1", "inconsistent"), (.reversal, "-5", "-1", "inconsistent"),
    (.stampDutyTax, "0.05", "", "inconsistent"), (.purchase, "5", "", "missing"),
    (.purchase, "", "1", "missing"), (.purchase, "5", "-1", "missing"), (.purchase, "-5", "1", "missing"),
    (.switchOutMerger, "5", "-1", "inconsistent"), (.giftOut, "", "-1", "inconsistent"),
    (.giftIn, "", "", "missing"),
    (.unknown, "", "1", "unsupported"),
  ])
  func aLineThatCannotBeBookedIsAnError(kind: TransactionKind, amount: String, units: String, code: String) {
    let error = #expect(throws: FinanceError.self) {
      try LotLedger([line("2024-01-05", kind, amount, units)])
    }
    #expect(error?.code.description == code)
  }

  /// Units held are units moved, and cost bought is cost held plus cost sold, whatever is cut from which lot.
  @Test func unitsAndMoneyAreConserved() throws {
    var generator = SplitMix64(seed: 9)
    for _ in 0..<200 {
      var lines: [CASTransaction] = []
      var (held, paid, received) = (Int64(0), Money.zero, Money.zero)
      var day = CivilDate.minimum.adding(days: 738_000)
      for _ in 0..<60 {
        day = day.adding(days: .random(in: 1...40, using: &generator))
        let amount = Money(paise: .random(in: 1...10_000_000, using: &generator))
        if held > 0, Int.random(in: 0..<3, using: &generator) == 0 {
          let sold = Int64.random(in: 1...held, using: &generator)
          lines.append(sale(day, amount, Units(tenThousandths: sold)))
          held -= sold
          received += amount
        } else {
          let bought = Int64.random(in: 1...5_000_000, using: &generator)
          lines.append(purchase(day, amount, Units(tenThousandths: bought)))
          held += bought
          paid += amount
        }
      }
      let ledger = try LotLedger(lines)
      #expect(try ledger.units().tenThousandths == held)
      #expect(try ledger.cost() == paid - (received - ledger.realised))
      #expect(try Money.sum(ledger.flows.map(\.amount)) == received - paid)
      #expect(ledger.lots.allSatisfy { $0.units > .zero && $0.cost >= .zero })
    }
  }

  private func purchase(_ day: CivilDate, _ amount: Money, _ units: Units) -> CASTransaction {
    CASTransaction(date: day, kind: .purchase, amount: amount, units: units)
  }

  private func sale(_ day: CivilDate, _ amount: Money, _ units: Units) -> CASTransaction {
    CASTransaction(date: day, kind: .redemption, amount: -amount, units: -units)
  }

  private func line(
    _ day: String, _ kind: TransactionKind, _ amount: String?, _ units: String? = nil, nav: String? = nil
  ) -> CASTransaction {
    CASTransaction(
      date: CivilDate(iso: day) ?? .minimum, kind: kind, amount: amount.flatMap(Money.init(exactly:)),
      units: units.flatMap(Units.init(exactly:)), nav: nav.flatMap(NAV.init(exactly:)))
  }
}
