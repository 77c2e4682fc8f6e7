import Finance
import Testing

@Suite struct MergerAndGiftTests {
  private static let merged = """
    { "scheme": "Old", "isin": null, "amfi": "111", "open": "0", "close": "0", "transactions": [
      {"date": "2020-01-06", "amount": "1000.00", "units": "100", "type": "PURCHASE"},
      {"date": "2021-01-06", "amount": "500.00", "units": "40", "type": "PURCHASE"},
      {"date": "2022-01-06", "amount": "-2100.00", "units": "-140", "type": "SWITCH_OUT_MERGER"}] },
    { "scheme": "New", "isin": null, "amfi": "118825", "open": "0", "close": "21.000", "transactions": [
      {"date": "2022-01-06", "amount": "2100.00", "units": "21", "type": "SWITCH_IN_MERGER"}] }
    """

  private func portfolio(schemes: String) throws -> Portfolio {
    let text = SamplePortfolio.text
    let start = try #require(text.firstRange(of: "\"schemes\": ["))
    let end = try #require(text.firstRange(of: "\"stocks\": []"))
    return try Portfolio(
      bytes: Array((text[..<start.upperBound] + schemes + "]}]}," + text[end.lowerBound...]).utf8))
  }

  @Test func lotsAndFlowsMoveWithAMerger() throws {
    let snapshot = try SamplePortfolio.snapshot(of: try portfolio(schemes: Self.merged))
    let holding = try #require(snapshot.holdings.first)
    #expect(holding.lots.map(\.date.description) == ["2020-01-06", "2021-01-06"])
    #expect(holding.lots.map(\.units.decimalText) == ["15.000", "6.000"])
    #expect(holding.cost == Money(rupees: 1500))
    #expect(holding.ledger.flows.map(\.amount) == [Money(rupees: -1000), Money(rupees: -500)])
    #expect(holding.ledger.disposals.isEmpty)
    #expect(snapshot.xirr(ofHolding: "h1") == snapshot.xirr)
    let goal = try #require(snapshot.portfolio.goals.first)
    #expect(try snapshot.xirr(of: goal) == snapshot.xirr)
    #expect(try snapshot.disposals(ofHolding: "h1").isEmpty)
  }

  @Test(arguments: ["GIFT_IN", "SWITCH_IN_MERGER"])
  func unitsOfUnknownCostRefuseTaxAndRates(kind: String) throws {
    let schemes = """
      { "scheme": "New", "isin": null, "amfi": "118825", "open": "0", "close": "21.000", "transactions": [
        {"date": "2022-01-06", "amount": "2100.00", "units": "21", "type": "\(kind)"}] }
      """
    let snapshot = try SamplePortfolio.snapshot(of: try portfolio(schemes: schemes))
    #expect(snapshot.cost == nil)
    #expect(snapshot.xirr == nil)
    #expect(snapshot.value == Money(rupees: 2100))
    #expect(snapshot.issues.map(\.kind) == [.unknownLots])
    let error = #expect(throws: FinanceError.self) { try snapshot.disposals(ofHolding: "h1") }
    #expect(error?.code == .incompleteStatement)
  }

  @Test func aGiftThatLeavesIsNoSale() throws {
    let schemes = """
      { "scheme": "New", "isin": null, "amfi": "118825", "open": "0", "close": "6.000", "transactions": [
        {"date": "2021-01-06", "amount": "1000.00", "units": "10", "type": "PURCHASE"},
        {"date": "2022-01-06", "amount": null, "units": "-4", "nav": "120", "type": "GIFT_OUT"}] }
      """
    let snapshot = try SamplePortfolio.snapshot(of: try portfolio(schemes: schemes))
    let ledger = try #require(snapshot.holdings.first).ledger
    #expect(try ledger.cost() == Money(rupees: 600))
    #expect(ledger.realised == .zero)
    #expect(ledger.disposals.isEmpty)
    #expect(ledger.flows.last?.amount == Money(rupees: 480))
  }

  @Test func mergersInACircleAreRefused() throws {
    let circle = """
      { "scheme": "A", "isin": null, "amfi": "111", "open": "0", "close": "0", "transactions": [
        {"date": "2022-01-06", "amount": "1.00", "units": "1", "type": "SWITCH_IN_MERGER"},
        {"date": "2022-01-06", "amount": "-1.00", "units": "-1", "type": "SWITCH_OUT_MERGER"}] },
      { "scheme": "B", "isin": null, "amfi": "118825", "open": "0", "close": "0", "transactions": [
        {"date": "2022-01-06", "amount": "1.00", "units": "1", "type": "SWITCH_IN_MERGER"},
        {"date": "2022-01-06", "amount": "-1.00", "units": "-1", "type": "SWITCH_OUT_MERGER"}] }
      """
    let portfolio = try portfolio(schemes: circle)
    let error = #expect(throws: FinanceError.self) { try SamplePortfolio.snapshot(of: portfolio) }
    #expect(error?.code == .inconsistent)
  }
}
