import Finance
import Foundation
import JSONKit
import Testing

@Suite("Conformance: cas/casparser_cases")
struct CasparserTests {
  static let suite = ReferenceSuite("cas/casparser_cases.json")

  private static func cases(_ member: String) throws -> [JSONValue] {
    let json = try JSONValue(parsing: Data(contentsOf: suite.url))
    let list = json[member]?.array ?? []
    print("cas/casparser_cases \(member): \(list.count) cases")
    return list
  }

  @Test("lines are classified by their wording", .enabled(if: suite.isPresent))
  func classification() throws {
    for json in try Self.cases("classification") {
      let text = try #require(json["description"]?.string)
      let units = json["units"]?.string.flatMap(Units.init(exactly:))
      let kind = TransactionKind.classify(description: text, units: units)
      #expect(kind.rawValue == json["expected_type"]?.string, "\(text)")
      #expect(TransactionKind.dividendRate(in: text) == json["expected_dividend_rate"]?.string, "\(text)")
    }
  }

  @Test("every kind of transaction has a case", .enabled(if: suite.isPresent))
  func transactionTypes() throws {
    for name in try Self.cases("transaction_types") {
      #expect(name.string.flatMap(TransactionKind.init(rawValue:)) != nil, "\(name.compact())")
    }
  }

  @Test("names lose their history", .enabled(if: suite.isPresent))
  func schemeNames() throws {
    for json in try Self.cases("scheme_name") {
      let raw = try #require(json["raw"]?.string)
      #expect(SchemeName.cleaned(raw) == json["expected"]?.string)
    }
  }

  @Test("broken balances are told of once", .enabled(if: suite.isPresent))
  func reconciliation() throws {
    for json in try Self.cases("reconciliation") {
      let open = try #require(json["open"]?.string.flatMap(Units.init(exactly:)))
      let close = try #require(json["close"]?.string.flatMap(Units.init(exactly:)))
      let lines = (json["rows"]?.array ?? []).map { row in
        (
          units: row.array?.first?.string.flatMap(Units.init(exactly:)),
          balance: row.array?.last?.string.flatMap(Units.init(exactly:))
        )
      }
      let gaps = Reconciliation(open: open, close: close, lines: lines).gaps
      let id = json["id"]?.string ?? "?"
      #expect(gaps.count == json["expected_warnings"]?.int, "\(id)")
      guard let kind = json["expected_kind"]?.string, let gap = gaps.first else { continue }
      #expect((gap == .closingMismatch) == (kind == "closing unit balance mismatch"), "\(id)")
    }
  }

  @Test("gains, duties and fund types agree", .enabled(if: suite.isPresent))
  func gains() throws {
    for json in try Self.cases("gains") {
      let id = json["id"]?.string ?? "?"
      if json["transactions"] != nil {
        try checkLedger(json, id)
      } else if let lot = json["lot"] {
        try checkLot(lot, try #require(json["expected"]), id)
      } else if let cases = json["cases"]?.array {
        for row in cases {
          let day = try #require(row.array?.first?.string.flatMap(CivilDate.init(iso:)))
          #expect(TransferPeriod(soldOn: day).rawValue == row.array?.last?.string, "\(day)")
        }
      } else {
        checkFundTypes()
      }
    }
  }

  private func checkLedger(_ json: JSONValue, _ id: String) throws {
    let lines = try (json["transactions"]?.array ?? []).map(Self.line)
    guard let expected = json["expected"]?.object else {
      let error = #expect(throws: FinanceError.self, "\(id)") { try LotLedger(lines) }
      #expect(error?.code == .inconsistent, "\(id)")
      return
    }
    let ledger = try LotLedger(lines)
    #expect(ledger.disposals.count == expected["disposals"]?.int, "\(id)")
    if let left = expected["units_left"]?.string {
      #expect(try ledger.units() == Units(exactly: left), "\(id)")
      #expect(try ledger.cost() == .zero, "\(id)")
      #expect(ledger.flows.isEmpty, "\(id)")
    }
    guard let allocated = expected["stamp_allocated"]?.array else { return }
    let purchase = try #require(lines.first?.amount)
    let bare = try #require(lines.first?.units)
    let duties = try ledger.disposals.map { disposal in
      let share = try Units.sum([disposal.units]).value / bare.value
      return disposal.cost - (try Money.rounded(rupees: purchase.rupees * share))
    }
    #expect(duties.map(\.decimalText) == allocated.compactMap(\.string), "\(id)")
    #expect(try Money.sum(duties).decimalText == expected["stamp_total"]?.string, "\(id)")
  }

  private func checkLot(_ lot: JSONValue, _ expected: JSONValue, _ id: String) throws {
    func money(_ key: String, of json: JSONValue) throws -> Money {
      try #require(json[key]?.string.flatMap(Money.init(exactly:)), "\(key)")
    }
    let bought = try #require(lot["purchase_date"]?.string.flatMap(CivilDate.init(iso:)))
    let sold = try #require(lot["sale_date"]?.string.flatMap(CivilDate.init(iso:)))
    let units = try #require(lot["units"]?.string.flatMap(Units.init(exactly:)))
    func line(_ date: CivilDate, _ kind: TransactionKind, _ amount: Money, _ units: Units?) -> CASTransaction
    {
      CASTransaction(date: date, kind: kind, amount: amount, units: units)
    }
    let ledger = try LotLedger([
      line(bought, .purchase, try money("purchase_value", of: lot), units),
      line(bought, .stampDutyTax, try money("stamp_duty", of: lot), nil),
      line(sold, .redemption, -(try money("sale_value", of: lot)), -units),
      line(sold, .sttTax, try money("stt", of: lot), nil),
    ])
    let disposal = try #require(ledger.disposals.first)
    #expect(disposal.cost == (try money("cost", of: expected)), "\(id)")
    #expect(disposal.gain == (try money("gain", of: expected)), "\(id)")
    let rule = try RegulatoryTables.embedded().taxRules(on: sold).rule(for: .equityOriented, boughtOn: bought)
    #expect(try GainsTax([disposal], rule: rule).longTermGain == (try money("ltcg", of: expected)), "\(id)")
  }

  private func checkFundTypes() {
    let day = CivilDate.minimum
    func line(_ kind: TransactionKind) -> CASTransaction {
      CASTransaction(date: day, kind: kind, amount: nil, units: nil)
    }
    #expect(FundTypeEvidence([line(.purchase)]) == .unknown)
    #expect(FundTypeEvidence([line(.purchase), line(.redemption)]) == .debt)
    #expect(FundTypeEvidence([line(.purchase), line(.redemption), line(.sttTax)]) == .equity)
  }

  private static func line(_ json: JSONValue) throws -> CASTransaction {
    CASTransaction(
      date: try #require(json["date"]?.string.flatMap(CivilDate.init(iso:))),
      kind: try #require(json["type"]?.string.flatMap(TransactionKind.init(rawValue:))),
      description: json["description"]?.string ?? "",
      amount: json["amount"]?.string.flatMap(Money.init(exactly:)),
      units: json["units"]?.string.flatMap(Units.init(exactly:)),
      nav: json["nav"]?.string.flatMap(NAV.init(exactly:)),
      balance: json["balance"]?.string.flatMap(Units.init(exactly:)))
  }

  @Test("financial years agree", .enabled(if: suite.isPresent))
  func financialYears() throws {
    for row in try Self.cases("financial_year_of_date") {
      let day = try #require(row.array?.first?.string.flatMap(CivilDate.init(iso:)))
      #expect(day.financialYear == row.array?.last?.string)
    }
  }
}
