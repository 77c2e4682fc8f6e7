import Finance
import Foundation
import JSONKit
import Testing

@Suite struct SnapshotRefusalTests {
  private func prices(_ rows: String) throws -> PriceTable {
    try PriceTable(csv: "amfi_code,date,nav\n" + rows, file: "nav.csv")
  }

  @Test func unitsFromBeforeAChangeOfTheUnitAreNotValued() throws {
    let portfolio = try SamplePortfolio.portfolio()
    let table = try prices("118825,2024-08-05,28.5603\n118825,2025-08-30,2857.24\n118825,2026-08-13,2900\n")
    let error = #expect(throws: FinanceError.self) {
      try PortfolioSnapshot(
        portfolio: portfolio, prices: table, schemes: try SamplePortfolio.schemes(), asOf: portfolio.asOf)
    }
    #expect(error?.code == .unadjustedPrices)
    #expect(error?.pointer?.description == "/holdings/0/amfi_code")
  }

  private static let consolidated = ReferenceSuite("nav/history/119091.csv")

  @Test("119091, consolidated 100 to 1 in 2015, is refused", .enabled(if: consolidated.isPresent))
  func aRealConsolidationIsRefused() throws {
    func moved(_ text: String) throws -> JSONValue {
      let text = [("118825", "119091"), ("05-Aug-2024", "05-Jan-2015"), ("2024-08-05", "2015-01-05")]
        .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
      return try JSONValue(parsing: text)
    }
    let portfolio = try Portfolio(json: try moved(SamplePortfolio.text))
    let series = try NAVSeries(
      historyCSV: try String(contentsOf: Self.consolidated.url, encoding: .utf8), amfiCode: "119091",
      file: "119091.csv", asOf: try #require(CivilDate(iso: "2026-12-31")))
    #expect(series.issues.map(\.date.description) == ["2015-08-30"])
    let error = #expect(throws: FinanceError.self) {
      try PortfolioSnapshot(
        portfolio: portfolio, prices: try PriceTable([series]),
        schemes: try SchemeDirectory(json: try moved(SamplePortfolio.schemesText)), asOf: portfolio.asOf)
    }
    #expect(error?.code == .unadjustedPrices)
  }

  @Test func unitsFromAfterTheChangeAre() throws {
    let portfolio = try SamplePortfolio.portfolio()
    let table = try prices("118825,2023-08-29,1\n118825,2023-08-30,100\n118825,2026-08-13,100\n")
    let snapshot = try PortfolioSnapshot(
      portfolio: portfolio, prices: table, schemes: try SamplePortfolio.schemes(), asOf: portfolio.asOf)
    #expect(snapshot.value == Money(rupees: 300_000))
  }

  @Test func sharesAreValuedAndCountForGoals() throws {
    let portfolio = try SamplePortfolio.portfolio(
      (
        "\"stocks\": []",
        "\"stocks\": [{\"id\": \"e1\", \"isin\": \"INE002A01018\", \"quantity\": 10, \"cost\": 9000}]"
      ),
      ("\"shares\": [", "\"shares\": [{ \"goal\": \"g1\", \"holding\": \"e1\", \"share\": 0.5 }, "))
    let closes = try StockCloses(csv: "isin,date,close\nINE002A01018,2026-08-13,1400.55\n", file: "c.csv")
    let snapshot = try PortfolioSnapshot(
      portfolio: portfolio, prices: try SamplePortfolio.prices(), schemes: try SamplePortfolio.schemes(),
      closes: closes, asOf: portfolio.asOf)
    #expect(snapshot.value.decimalText == "314005.50")
    #expect(snapshot.cost == Money(rupees: 279_000))
    #expect(try snapshot.value(of: portfolio.goals[0]).decimalText == "307002.75")
    #expect(snapshot.xirr == nil)
    #expect(snapshot.xirr(ofHolding: "h1") != nil)
    #expect(snapshot.issues.map(\.kind) == [.stocksWithoutFlows])
    let classes = try snapshot.classValues(rules: try .embedded())
    #expect(classes.map(\.value.decimalText) == ["314005.50", "0.00", "0.00", "0.00"])
    let error = #expect(throws: FinanceError.self) { try SamplePortfolio.snapshot(of: portfolio) }
    #expect(error?.code == .missingPrice)
    #expect(error?.pointer?.description == "/stocks/0/isin")
  }

  @Test func documentsBeyondTheLimitsAreRefused() {
    let large = [UInt8](repeating: 0x20, count: Portfolio.maximumBytes + 1)
    let tooLarge = #expect(throws: FinanceError.self) { try Portfolio(bytes: large, file: "cas.json") }
    #expect(tooLarge?.code == .tooLarge)
    #expect(tooLarge?.file == "cas.json")
    let deep = Array((String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)).utf8)
    let tooDeep = #expect(throws: FinanceError.self) { try Portfolio(bytes: deep) }
    #expect(tooDeep?.code == .tooLarge)
    let error = #expect(throws: FinanceError.self) { try Portfolio(bytes: [0xFF]) }
    #expect(error?.code == .malformed)
  }
}
