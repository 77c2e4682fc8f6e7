import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// What a price history tells is held against figures worked out apart from it, and to the laws returns obey.
@Suite("NAV prices")
struct NavPricesTests {
  private let fixture: EngineFixture

  init() throws {
    fixture = try EngineFixture()
  }

  private func facts(
    _ portfolio: String, _ holding: String, market: MarketData? = nil
  ) throws -> [String: FactValue] {
    let snapshot = try fixture.snapshot(portfolio)
    let valued = try #require(snapshot.holding(holding))
    let tool = NavPrices(
      holding: valued, asOf: snapshot.asOf, market: market ?? fixture.configuration.market)
    return Dictionary(uniqueKeysWithValues: try tool.run().map { ($0.id, $0.value) })
  }

  /// The market with another history of one scheme.
  private func market(_ series: NAVSeries) -> MarketData {
    let market = fixture.configuration.market
    var histories = market.histories
    histories[series.amfiCode] = series
    return MarketData(schemes: market.schemes, histories: histories, benchmarks: market.benchmarks)
  }

  private func series(
    _ code: String, _ change: (DatedNAV) -> DatedNAV? = { $0 }, adding more: [DatedNAV] = []
  ) throws -> NAVSeries {
    let values = fixture.configuration.market.histories[code]?.values ?? []
    return try NAVSeries(amfiCode: code, values: values.compactMap(change) + more)
  }

  private func scaled(_ nav: DatedNAV, by factor: Decimal) -> DatedNAV? {
    guard let decimal = Decimal(string: nav.value.decimalText) else { return nil }
    return NAV(exactly: "\(decimal * factor)").map { DatedNAV(date: nav.date, value: $0) }
  }

  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test(
    "each fact is what the derivation in Python found, and there are no others",
    arguments: ["F02", "F09", "F19"])
  func derived(name: String) throws {
    let json = try ProjectFolder.json("fixtures/expected/performance.json")
    let expected = try #require(json.object?[name]?.object)
    let snapshot = try fixture.snapshot(name)
    var found: [String: FactValue] = [:]
    for holding in snapshot.holdings { found.merge(try facts(name, holding.id)) { first, _ in first } }
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (id, value) in expected {
      switch (value, try #require(found[id])) {
      case (.number(let wanted), .number(let number)):
        #expect(abs(number.double - wanted.double) <= 1e-9 * max(1, abs(wanted.double)), "\(id)")
      case (.string(let wanted), .text(let text)): #expect(text == wanted, "\(id)")
      default: Issue.record("\(id) has another type")
      }
    }
  }

  @Test(
    "a price in other units gives the same returns", arguments: [Decimal(7), Decimal(string: "0.25") ?? 1])
  func scale(factor: Decimal) throws {
    let before = try facts("F02", "h2")
    let after = try facts("F02", "h2", market: market(try series("118987") { scaled($0, by: factor) }))
    #expect(before.keys.sorted() == after.keys.sorted())
    for (id, value) in before {
      guard let number = value.double, let other = after[id]?.double else {
        #expect(value == after[id], "\(id)")
        continue
      }
      #expect(abs(number - other) < 1e-5, "\(id)")
    }
  }

  @Test("what comes after the day changes nothing")
  func future() throws {
    let later = DatedNAV(date: try day("2026-08-17"), value: try #require(NAV(exactly: "40")))
    #expect(
      try facts("F02", "h2", market: market(try series("118987", adding: [later]))) == facts("F02", "h2"))
  }

  @Test("a year needs a year of prices, and three need three")
  func edges() throws {
    func names(from first: String) throws -> Set<String> {
      let start = try day(first)
      let names = try facts("F02", "h2", market: market(try series("118987") { $0.date < start ? nil : $0 }))
      return Set(names.keys.map { String($0.dropFirst("scheme.h2.".count)) })
    }
    let year = try names(from: "2025-08-14")
    #expect(year.contains("return_1y") && !year.contains("return_3y") && !year.contains("volatility"))
    let short = try names(from: "2025-08-29")
    #expect(short == ["kind", "status", "nav.state", "return.state", "history", "history.state"])
    let statistics = try names(from: "2023-07-31")
    #expect(statistics.contains("volatility") && statistics.contains("return_3y"))
    // From August 2023 on there are 36 month ends, so 35 monthly returns.
    let fewer = try names(from: "2023-08-01")
    #expect(!fewer.contains("volatility") && fewer.contains("return_3y"))
  }

  @Test("no figure reaches across a change of the unit")
  func unadjusted() throws {
    func split(on first: String) throws -> [String: FactValue] {
      let start = try day(first)
      return try facts(
        "F02", "h2", market: market(try series("118987") { $0.date < start ? scaled($0, by: 100) : $0 }))
    }
    let recent = try split(on: "2026-02-01")
    #expect(recent["scheme.h2.return.state"] == .text("unadjusted"))
    #expect(!recent.keys.contains { $0.contains("return_") || $0.contains("drawdown") })
    let older = try split(on: "2024-08-20")
    #expect(older["scheme.h2.return.state"] == .text("ok"))
    #expect(older.keys.contains("scheme.h2.return_1y") && !older.keys.contains("scheme.h2.return_3y"))
    #expect(!older.keys.contains("scheme.h2.volatility"))
  }

  @Test("a price that income has left tells no return, and one that has ended none either")
  func suppressed() throws {
    let payouts = try facts("F15", "h1")
    #expect(payouts["scheme.h1.return.state"] == .text("payouts"))
    let dormant = try facts("F19", "h2")
    #expect(dormant["scheme.h2.return.state"] == .text("dormant"))
    let unknown = try facts("F02", "h1", market: MarketData.none)
    #expect(unknown["scheme.h1.return.state"] == .text("unknown"))
    for facts in [payouts, dormant, unknown] {
      #expect(!facts.values.contains { $0.double.map { $0 != $0.rounded() } ?? false })
    }
  }

  @Test("a fund is compared with its own benchmark, over a window both have, or not at all")
  func benchmark() throws {
    #expect(try !facts("F02", "h1").keys.contains { $0.contains("benchmark") })
    let market = fixture.configuration.market
    let without = MarketData(schemes: market.schemes, histories: market.histories)
    #expect(try !facts("F02", "h3", market: without).keys.contains { $0.contains("benchmark") })
    #expect(try facts("F02", "h3")["scheme.h3.benchmark.window_end"] == .text("2025-12-31"))
  }
}
