import Finance
import JSONKit
import Testing

@Suite struct PortfolioReadingTests {
  @Test func everyMemberIsRead() throws {
    let portfolio = try SamplePortfolio.portfolio()
    #expect(portfolio.asOf.description == "2026-08-14")
    #expect(portfolio.user.monthlyExpenses == Money(rupees: 60_000))
    #expect(portfolio.user.riskProfile == .moderate)
    let goal = try #require(portfolio.goal("g1"))
    #expect(goal.kind == .education)
    #expect(goal.targetAllocation?[.equity] == 1)
    #expect(goal.assumed.map(\.annualReturn) == [0.11])
    #expect(portfolio.holding("h1")?.amfiCode == "118825")
    #expect(portfolio.sips.map(\.amount) == [Money(rupees: 10_000)])
    let folio = try #require(portfolio.cas.folios.first)
    #expect(folio.number == "12345678/90")
    let scheme = try #require(folio.schemes.first)
    #expect(scheme.close == Units(exactly: "3000"))
    #expect(scheme.statedCost == Money(rupees: 270_000))
    #expect(scheme.transactions.map(\.kind) == [.purchase, .stampDutyTax])
    #expect(scheme.transactions.map(\.date.description) == ["2024-08-05", "2024-08-05"])
    #expect(portfolio.expected.facts["goal.g1.band"] == "at_risk")
    #expect(portfolio.expected.forbidden == ["College"])
    #expect(portfolio.preferences.keys == ["notify_email"])
  }

  @Test(arguments: [
    ("\"portfolio/1\"", "\"portfolio/2\"", "/schema", "unsupported"),
    ("\"slab_rate\": 0.3", "\"slab\": 0.3", "/user/slab", "unknown_key"),
    ("\"kind\": \"education\"", "\"kind\": \"yacht\"", "/goals/0/kind", "malformed"),
    ("\"target_today\": 2500000", "\"target_today\": -1", "/goals/0/target_today", "out_of_range"),
    ("\"target_today\": 2500000", "\"target_today\": 0.001", "/goals/0/target_today", "malformed"),
    ("\"target_today\": 2500000", "\"target_today\": 1e999", "/goals/0/target_today", "malformed"),
    ("\"inflation\": 0.07", "\"inflation\": \"7%\"", "/goals/0/inflation", "out_of_range"),
    (
      "\"target_date\": \"2034-08-14\"", "\"target_date\": \"2034-02-30\"", "/goals/0/target_date",
      "malformed"
    ),
    (
      "\"target_date\": \"2034-08-14\"", "\"target_date\": \"2201-01-01\"", "/goals/0/target_date",
      "out_of_range"
    ),
    ("{ \"equity\": 1 }", "{ \"equity\": 0.9 }", "/goals/0/target_allocation", "inconsistent"),
    ("{ \"equity\": 1 }", "{ \"equities\": 1 }", "/goals/0/target_allocation/equities", "unknown_key"),
    ("\"id\": \"g1\"", "\"id\": \"G1\"", "/goals/0/id", "malformed"),
    ("\"goal\": \"g1\"", "\"goal\": \"g9\"", "/shares/0/goal", "bad_reference"),
    ("\"share\": 1 }", "\"share\": 1.5 }", "/shares/0/share", "out_of_range"),
    (
      "\"share\": 1 }]", "\"share\": 1 }, { \"goal\": \"g1\", \"holding\": \"h1\", \"share\": 0 }]",
      "/shares/1",
      "duplicate"
    ),
    ("\"day\": 5", "\"day\": 32", "/sips/0/day", "out_of_range"),
    ("\"frequency\": \"monthly\"", "\"frequency\": \"daily\"", "/sips/0/frequency", "malformed"),
    ("\"end\": null", "\"end\": \"2020-01-01\"", "/sips/0/end", "inconsistent"),
    ("\"stocks\": []", "\"stocks\": [{}]", "/stocks/0/isin", "missing"),
    (
      "\"type\": \"PURCHASE\"", "\"type\": \"BOUGHT\"", "/cas/folios/0/schemes/0/transactions/0/type",
      "malformed"
    ),
    (
      "\"3000.000\", \"nav\"", "\"3000.00001\", \"nav\"", "/cas/folios/0/schemes/0/transactions/0/units",
      "malformed"
    ),
    ("\"DETAILED\"", "\"SUMMARY\"", "/cas/cas_type", "unsupported"),
    ("\"05-Aug-2024\"", "\"05-Aug-1985\"", "/cas/folios/0/schemes/0/transactions/0/date", "out_of_range"),
  ])
  func whatIsWrongIsNamedByPointer(old: String, new: String, pointer: String, code: String) {
    let error = #expect(throws: FinanceError.self) { try SamplePortfolio.portfolio((old, new)) }
    #expect(error?.pointer?.description == pointer)
    #expect(error?.code.description == code)
  }

  /// Whatever a member is replaced by, reading ends with a portfolio or a typed error with a place.
  @Test func anyMemberMayBeAnything() throws {
    let junk: [JSONValue] = [
      .null, true, 0, -1, 1e300, "", "x", [], [1], [:], ["a": [:]],
      "9999999999999999999999999999999999999999",
    ]
    let json = try SamplePortfolio.json()
    for pointer in Self.pointers(json) {
      for value in junk {
        let edited = Self.replacing(json, at: pointer.tokens[...], by: value)
        do throws(FinanceError) {
          _ = try Portfolio(json: edited)
        } catch {
          #expect(error.pointer != nil, "\(pointer): \(error)")
        }
      }
    }
  }

  private static func pointers(_ json: JSONValue, at place: JSONPointer = .root) -> [JSONPointer] {
    switch json {
    case .object(let object):
      [place] + object.flatMap { pointers($0.value, at: place.appending($0.key)) }
    case .array(let array):
      [place] + array.enumerated().flatMap { pointers($0.element, at: place.appending($0.offset)) }
    default: [place]
    }
  }

  private static func replacing(_ json: JSONValue, at tokens: ArraySlice<String>, by value: JSONValue)
    -> JSONValue
  {
    guard let token = tokens.first else { return value }
    switch json {
    case .object(var object):
      object[token] = replacing(object[token] ?? .null, at: tokens.dropFirst(), by: value)
      return .object(object)
    case .array(var array):
      guard let index = Int(token), array.indices.contains(index) else { return json }
      array[index] = replacing(array[index], at: tokens.dropFirst(), by: value)
      return .array(array)
    default: return json
    }
  }
}
