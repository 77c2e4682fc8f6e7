import Finance
import Testing

@Suite struct AllotmentTests {
  @Test func purchaseBuysUnitsAfterStampDuty() throws {
    let nav = try #require(NAV(exactly: "45.1234"))
    let allotment = try UnitsAllotment(amount: Money(rupees: 10_000), nav: nav, stampDutyPerMillion: 50)
    #expect(allotment.stampDuty == Money(paise: 50))
    #expect(allotment.netInvestment == Money(paise: 999_950))
    #expect(allotment.units == Units(exactly: "221.603"))
    #expect(allotment.cost == Money(rupees: 10_000))
  }

  @Test func redemptionPaysGrossLessTaxAndLoad() throws {
    let (units, nav) = (try #require(Units(exactly: "221.604")), try #require(NAV(exactly: "52.7712")))
    let proceeds = try RedemptionProceeds(
      units: units, nav: nav, exitLoadPerMillion: 10_000, sttPerMillion: 10)
    #expect(proceeds.gross == Money(paise: 1_169_431))
    #expect(proceeds.stt == Money(paise: 12))
    #expect(proceeds.exitLoad == Money(paise: 11_694))
    #expect(proceeds.net == Money(paise: 1_169_431 - 12 - 11_694))
  }

  @Test func senselessInputsAreErrors() throws {
    let nav = try #require(NAV(exactly: "0.00000001"))
    #expect(throws: FinanceError.self) {
      try UnitsAllotment(
        amount: Money(rupees: 1), nav: nav, transactionCharge: Money(rupees: 2), stampDutyPerMillion: 50)
    }
    #expect(throws: FinanceError.self) {
      try UnitsAllotment(amount: Money(rupees: 1_000_000_000), nav: nav, stampDutyPerMillion: 50)
    }
    #expect(throws: FinanceError.self) {
      try RedemptionProceeds(units: Units(tenThousandths: -1), nav: nav, sttPerMillion: 0)
    }
  }
}
