import Finance
import JSONKit
import Testing

@Suite struct PortfolioSnapshotTests {
  @Test func holdingsAreValuedAtTheLastPriceOnOrBefore() throws {
    let snapshot = try SamplePortfolio.snapshot(of: try SamplePortfolio.portfolio())
    let holding = try #require(snapshot.holding("h1"))
    #expect(holding.units == Units(exactly: "3000"))
    #expect(holding.nav.date.description == "2026-08-13")
    #expect(holding.value == Money(rupees: 300_000))
    #expect(holding.cost == Money(rupees: 270_000))
    #expect(holding.isStale == false)
    #expect(snapshot.value == Money(rupees: 300_000))
    #expect(snapshot.unrealised == Money(rupees: 30_000))
    #expect(snapshot.absoluteReturn.map { ($0 - 1.0 / 9).magnitude < 1e-12 } == true)
    #expect(snapshot.firstFlowDate?.description == "2024-08-05")
    #expect(snapshot.isAnnualisable)
    #expect(snapshot.issues.isEmpty)
    // 739 days: (300000/270000)^(365/739) − 1
    #expect(snapshot.xirr?.rate.map { ($0 - 0.05341673).magnitude < 1e-6 } == true)
  }

  @Test func onlyLinesUpToTheDayCount() throws {
    let snapshot = try SamplePortfolio.snapshot(of: try SamplePortfolio.portfolio(), on: "2024-08-05")
    #expect(snapshot.value == Money(exactly: "269986.50"))
    #expect(snapshot.isAnnualisable == false)
    let error = #expect(throws: FinanceError.self) {
      try SamplePortfolio.snapshot(of: try SamplePortfolio.portfolio(), on: "2024-08-04")
    }
    #expect(error?.code == .missingPrice)
    #expect(error?.pointer?.description == "/holdings/0/amfi_code")
  }

  @Test func anOpeningBalanceHidesTheCost() throws {
    let portfolio = try SamplePortfolio.portfolio(
      ("\"open\": \"0.000\"", "\"open\": \"10\""), ("3,000.000", "3,010"))
    let snapshot = try SamplePortfolio.snapshot(of: portfolio)
    #expect(snapshot.value == Money(rupees: 301_000))
    #expect(snapshot.cost == nil)
    #expect(snapshot.xirr == nil)
    #expect(snapshot.absoluteReturn == nil)
    #expect(snapshot.issues.map(\.kind) == [.incompleteStatement])
    #expect(snapshot.issues.first?.pointer.description == "/cas/folios/0/schemes/0/open")
  }

  @Test func aGapInTheLinesIsReported() throws {
    let portfolio = try SamplePortfolio.portfolio(("3,000.000", "3,000.003"))
    #expect(try SamplePortfolio.snapshot(of: portfolio).issues.map(\.kind) == [.unreconciled])
    let rounded = try SamplePortfolio.portfolio(("3,000.000", "3,000.001"))
    #expect(try SamplePortfolio.snapshot(of: rounded).issues.isEmpty)
  }

  @Test func anOldPriceIsStale() throws {
    let snapshot = try SamplePortfolio.snapshot(of: try SamplePortfolio.portfolio(), on: "2026-07-01")
    #expect(snapshot.holding("h1")?.isStale == true)
    #expect(snapshot.issues.map(\.kind) == [.staleNAV])
  }

  @Test func aSchemeNobodyListsIsReportedWithoutItsNumber() throws {
    let portfolio = try SamplePortfolio.portfolio(
      (
        "\"folios\": [",
        "\"folios\": [{ \"folio\": \"99/1\", \"schemes\": [{ \"amfi\": \"1\", \"close\": 0 }] },"
      ))
    let issue = try #require(try SamplePortfolio.snapshot(of: portfolio).issues.first)
    #expect(issue.kind == .unlistedScheme)
    #expect(issue.pointer.description == "/cas/folios/0/schemes/0")
    #expect(issue.message.contains("99") == false)
  }

  @Test(arguments: [
    ("\"amfi_code\": \"118825\"", "\"amfi_code\": \"118826\"", "/holdings/0/amfi_code"),
    ("\"folio\": \"12345678/90\"", "\"folio\": \"1\"", "/holdings/0"),
    ("\"units\": \"3000.000\"", "\"units\": \"-3000\"", "/cas/folios/0/schemes/0/transactions"),
  ])
  func whatCannotBeValuedIsAnError(old: String, new: String, pointer: String) throws {
    let portfolio = try SamplePortfolio.portfolio((old, new))
    let error = #expect(throws: FinanceError.self) { try SamplePortfolio.snapshot(of: portfolio) }
    #expect(error?.pointer?.description == pointer)
  }

  @Test(arguments: [
    ("2026-08-14", "2026-08-14", false), ("2026-08-12", "2026-08-14", false),
    ("2026-08-11", "2026-08-14", true),
    ("2026-08-12", "2026-08-16", false), ("2026-08-13", "2026-08-17", false),
    ("2026-08-12", "2026-08-17", true),
  ])
  func aPriceIsStaleAfterThreeWeekdays(priced: String, day: String, isStale: Bool) throws {
    let date = try #require(CivilDate(iso: priced))
    let nav = DatedNAV(date: date, value: try #require(NAV(exactly: "1")))
    #expect(nav.isStale(asOf: try #require(CivilDate(iso: day))) == isStale)
  }
}
