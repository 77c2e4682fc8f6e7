import Finance
import JSONKit
import Testing

@Suite struct PolicyTablesTests {
  private let day = CivilDate(iso: "2026-08-14") ?? .minimum

  @Test func disclaimersAreWordForWord() throws {
    let disclaimers = try PolicyTables.embedded().disclaimers(on: day)
    #expect(disclaimers.map(\.id) == ["std_warning", "not_advice", "past_performance"])
    #expect(
      disclaimers.map(\.text) == [
        "Mutual Fund investments are subject to market risks, read all scheme related documents carefully.",
        "Educational information, not investment advice.",
        "Past performance may or may not be sustained in future.",
      ])
    #expect(throws: FinanceError.self) { try PolicyTables.embedded().disclaimer("none", on: day) }
  }

  @Test func capsReturnsAndBands() throws {
    let policy = try PolicyTables.embedded()
    let clamp = try policy.returnClamp(on: day)
    #expect((clamp.minimum, clamp.maximum) == (0.02, 0.13))
    let returns = try policy.classReturns(on: day)
    #expect(returns.map(\.assetClass) == [.equity, .debt, .gold, .cash])
    #expect(returns.map(\.annualReturn) == [0.12, 0.07, 0.07, 0.06])
    #expect(returns.map(\.volatility) == [0.18, 0.04, 0.15, 0.01])
    #expect(try policy.simulationSeed(on: day) == 20_261_122)
    let bands = try policy.bands(on: day)
    let ratios = [1.0, 0.9999999, 0.9, 0.8999999, 0.7, 0.6999999, 0]
    let expected: [GoalBand] = [.onTrack, .close, .close, .behind, .behind, .atRisk, .atRisk]
    #expect(ratios.map(bands.band(fundedRatio:)) == expected)
  }

  @Test func cooldownsAndScales() throws {
    let cooldowns = try PolicyTables.embedded().topicCooldowns(on: day)
    #expect((cooldowns.info, cooldowns.attention, cooldowns.action) == (30, 14, 7))
    #expect(cooldowns.isWorse("behind", than: "close", of: "gap"))
    #expect(!cooldowns.isWorse("close", than: "behind", of: "gap"))
    #expect(!cooldowns.isWorse("behind", than: "behind", of: "gap"))
    #expect(!cooldowns.isWorse("behind", than: "close", of: "return"))
    #expect(!cooldowns.isWorse("matured", than: "close", of: "gap"))
  }

  @Test func aDayBeforeTheTableIsAnError() throws {
    let early = try #require(CivilDate(iso: "2012-12-31"))
    let error = #expect(throws: FinanceError.self) { try PolicyTables.embedded().bands(on: early) }
    #expect(error?.code == .missingPolicy)
  }

  @Test func theRowInForceIsFound() throws {
    let policy = try tables(spans: [("2020-01-01", "2023-03-31"), ("2023-04-01", "2025-12-31")])
    func minimum(_ day: String) throws -> Double {
      try policy.returnClamp(on: try #require(CivilDate(iso: day))).minimum
    }
    #expect(try minimum("2023-03-31") == 0)
    #expect(try minimum("2023-04-01") == 0.01)
    #expect(throws: FinanceError.self) { try minimum("2026-01-01") }
  }

  @Test(
    arguments: [
      [("2020-01-01", "2023-03-31"), ("2023-04-02", nil)],
      [("2020-01-01", "2023-03-31"), ("2023-03-31", nil)],
      [("2020-01-01", nil), ("2023-04-01", nil)], [("2020-01-01", "2019-12-31")], [],
    ] as [[(String, String?)]])
  func gapsAndOverlapsAreErrors(spans: [(String, String?)]) {
    #expect(throws: FinanceError.self) { try tables(spans: spans) }
  }

  /// Tables whose clamp has one row a span, told apart by its minimum; the others have one row.
  private func tables(spans: [(String, String?)]) throws -> PolicyTables {
    let rows = spans.enumerated().map { index, span -> JSONValue in
      [
        "valid_from": .string(span.0), "valid_to": span.1.map(JSONValue.string) ?? .null,
        "minimum": .number(JSONNumber(index).scaledDown), "maximum": 0.13,
      ]
    }
    func table(_ name: String, _ row: JSONObject) -> JSONValue {
      var row = row
      row["valid_from"] = "2013-01-01"
      return ["table": .string(name), "source": "test", "rows": [.object(row)]]
    }
    let parts: JSONValue = ["short": 0.1, "medium": 0.2, "long": 0.3]
    let assumption: JSONValue = ["return": 0.1, "vol": 0.1, "source": "test"]
    return try PolicyTables(
      disclaimers: table("disclaimers", ["texts": []]),
      returnClamp: ["table": "return_clamp", "source": "test", "rows": .array(rows)],
      classReturns: table(
        "class_returns",
        ["classes": ["equity": assumption, "debt": assumption, "gold": assumption, "cash": assumption]]),
      defaultAllocations: table(
        "default_allocations",
        [
          "short_below": 36, "medium_up_to": 60,
          "equity": ["conservative": parts, "moderate": parts, "aggressive": parts],
        ]),
      bands: table("goal_bands", ["bands": [["band": "at_risk", "at_least": 0]]]),
      topicCooldowns: table(
        "topic_cooldowns",
        [
          "days": ["info": 30, "attention": 14, "action": 7, "dismissed": 180],
          "scales": [["aspect": "gap", "states": ["close", "behind"]]],
        ]),
      simulation: table("simulation", ["seed": 7]))
  }
}

extension JSONNumber {
  /// A hundredth of a small whole number.
  fileprivate var scaledDown: JSONNumber { JSONNumber(double / 100) ?? self }
}
