import Finance
import Foundation
import JSONKit
import Testing

@testable import Workbench

@Suite("Conformance: nav/sip_reference, nav/point_to_point_golden")
struct SIPReferenceTests {
  static let suite = ReferenceSuite("nav/sip_reference.json")
  static let golden = ReferenceSuite("nav/point_to_point_golden.json")

  @Test("units, value and rate of real instalment plans agree", .enabled(if: suite.isPresent))
  func plansAgree() throws {
    var counted = 0
    for json in try Self.suite.cases() {
      let code = try #require(json["scheme_code"]?.number?.text)
      let history = ReferenceSuite("nav/history/\(code).csv")
      guard history.isPresent else {
        print("nav/sip_reference \(code): skipped, not found")
        continue
      }
      let csv = try String(contentsOf: history.url, encoding: .utf8)
      let series = try NAVSeries(
        historyCSV: csv, amfiCode: code, file: "\(code).csv", asOf: try #require(CivilDate(iso: "2026-12-31"))
      )
      try check(json, series)
      counted += 1
    }
    print("nav/sip_reference: \(counted) cases")
    #expect(counted > 0)
  }

  private func check(_ json: JSONValue, _ series: NAVSeries) throws {
    let code = series.amfiCode
    let amount = try #require(Money(exactly: json["amount"]?.number?.text ?? ""))
    let rules = try RegulatoryTables.embedded()
    var flows: [CashFlow] = []
    var held: [Units] = []
    for day in try instalmentDays(json) {
      let nav = try #require(series.first(onOrAfter: day))
      let takesDuty = json["stamp_duty"]?.bool ?? false
      let duty = takesDuty ? try rules.stampDuty(on: nav.date).purchasePerMillion : 0
      held.append(try UnitsAllotment(amount: amount, nav: nav.value, stampDutyPerMillion: duty).units)
      flows.append(CashFlow(date: nav.date, amount: -amount))
    }
    #expect(flows.first?.date.description == json["first"]?.string, "\(code)")
    #expect(flows.last?.date.description == json["last"]?.string, "\(code)")
    #expect(flows.count == json["instalments"]?.int, "\(code)")
    let units = try Units.sum(held)
    #expect(units.decimalText == json["units"]?.string, "\(code)")
    let day = try #require((json["valuation_date"]?.string).flatMap(CivilDate.init(iso:)))
    let value = try units.value(at: try #require(series.latest(onOrBefore: day)).value)
    #expect(value.decimalText == json["value"]?.string, "\(code)")
    flows.append(CashFlow(date: day, amount: value))
    let rate = try #require(Xirr.solve(flows).rate)
    #expect(Tolerance(absolute: 1e-9, relative: 1e-9).accepts(rate, json["xirr"]?.double ?? .nan), "\(code)")
  }

  /// The plan's day in each month from its first instalment to its last; the last may have rolled over.
  private func instalmentDays(_ json: JSONValue) throws -> [CivilDate] {
    let first = try #require((json["first"]?.string).flatMap(CivilDate.init(iso:)))
    let day = try #require(json["sip_day"]?.int)
    let count = try #require(json["instalments"]?.int)
    let start = try CivilDate(year: first.year, month: first.month, day: day)
    return (0..<count).map { start.adding(months: $0) }
  }

  @Test("returns agree with those AMFI reported", .enabled(if: golden.isPresent))
  func pointToPointReturnsAgree() throws {
    let json = try JSONValue(parsing: Data(contentsOf: Self.golden.url))
    var counted = 0
    for sample in json["samples"]?.array ?? [] {
      let code = try #require(sample["scheme_code"]?.string)
      var values: [DatedNAV] = []
      for (day, nav) in sample["nav"]?.object ?? [:] {
        values.append(
          DatedNAV(
            date: try #require(CivilDate(iso: day)),
            value: try #require(nav.string.flatMap(NAV.init(exactly:)))))
      }
      let series = try NAVSeries(amfiCode: code, values: values.sorted { $0.date < $1.date })
      let end = try #require(series.values.last).date
      for (window, expected) in sample["expected"]?.object ?? [:] {
        let number = try #require(Int(window.dropFirst().dropLast()))
        let months = window.hasSuffix("y") ? number * 12 : number
        let ratio = series.windowReturn(endingOn: end, months: months)
        // AMFI prints two decimals, and cuts off where it should round in one of the 24.
        let isClose = ratio.map {
          Tolerance(absolute: 0.01, relative: 0).accepts($0 * 100, expected.double ?? .nan)
        }
        #expect(isClose ?? expected.isNull, "\(code) \(window)")
        counted += 1
      }
    }
    print("nav/point_to_point_golden: \(counted) cases")
    #expect(counted > 0)
  }
}
