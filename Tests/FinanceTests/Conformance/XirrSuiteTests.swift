import Finance
import JSONKit
import Testing

@testable import Workbench

@Suite("Conformance: xirr")
struct XirrSuiteTests {
  static let suite = ReferenceSuite("xirr/cases.json")
  static let dayCounts = ReferenceSuite("xirr/day_count_cases.json")

  @Test("rates, present and future values agree by every day count", .enabled(if: suite.isPresent))
  func casesAgree() throws {
    var counted = 0
    for json in try Self.suite.cases() {
      let id = json["id"]?.string ?? "?"
      let function = json["fn"]?.string ?? "?"
      switch function {
      case "XIRR":
        let dayCount = try #require(Self.dayCount(json["day_count"]?.string), "\(id)")
        checkRate(Xirr.solve(Self.flows(json), dayCount: dayCount), json, id: id)
      case "IRR":
        checkRate(Xirr.solve(periodic: (json["amounts"]?.array ?? []).compactMap(\.double)), json, id: id)
      case "XNPV", "XNFV":
        let rate = try #require(json["rate"]?.double)
        let expected = try #require(json["expected"]?.double)
        let flows = Self.flows(json)
        let value =
          function == "XNPV"
          ? try Xnpv.value(of: flows, rate: rate) : try Xnpv.futureValue(of: flows, rate: rate)
        #expect(Tolerance(absolute: 1e-9, relative: 1e-9).accepts(value, expected), "\(id)")
      default: Issue.record("\(id): unknown function \(function)")
      }
      counted += 1
    }
    print("xirr: \(counted) cases")
    #expect(counted > 0)
  }

  @Test("days and year fractions agree by every day count", .enabled(if: dayCounts.isPresent))
  func dayCountsAgree() throws {
    var counted = 0
    for json in try Self.dayCounts.cases() {
      let first = try #require(json["d1"]?.string.flatMap(CivilDate.init(iso:)))
      let second = try #require(json["d2"]?.string.flatMap(CivilDate.init(iso:)))
      if json["kind"]?.string == "days" {
        for (name, expected) in json["expected"]?.object ?? [:] where Self.isJudged(name, second) {
          let dayCount = try #require(Self.dayCount(name), "\(name)")
          #expect(dayCount.days(from: first, to: second) == expected.int, "\(name) \(first) \(second)")
        }
      } else {
        let name = json["convention"]?.string ?? "?"
        let years = try #require(Self.dayCount(name), "\(name)").years(from: first, to: second)
        let expected = try #require(json["expected"]?.double)
        #expect(
          Tolerance(absolute: 1e-15, relative: 1e-15).accepts(years, expected), "\(name) \(first) \(second)")
      }
      counted += 1
    }
    print("xirr day counts: \(counted) cases")
    #expect(counted > 0)
  }

  /// The suite spells some conventions in two ways.
  private static func dayCount(_ name: String?) -> DayCount? {
    switch name {
    case "act/365F": .actual365Fixed
    case "act/360": .actual360
    case "act/act ISDA": .actualActual
    case "30/360 SIA": .thirty360US
    case "30E/360 ISDA": .thirtyE360German
    case "actual": .actual365Fixed
    default: name.flatMap(DayCount.init(rawValue:))
    }
  }

  /// The source does not assert its column 30E/360 ISDA, whose last February day depends on a maturity.
  private static func isJudged(_ name: String, _ end: CivilDate) -> Bool {
    name != "30E/360 ISDA" || end.month != 2
  }

  /// A rate agrees with the expected one or, where the case has several, with one of those a scan found.
  private func checkRate(_ result: XirrResult, _ json: JSONValue, id: String) {
    let scanned = (json["roots_by_scan"]?.array ?? []).compactMap(\.double)
    let accepted = [json["expected"]?.double].compactMap(\.self) + scanned
    let tolerance = Tolerance(absolute: 1e-12, relative: 1e-9)
    switch result {
    case .ok(let rate, _):
      #expect(accepted.contains { tolerance.accepts(rate, $0) }, "\(id): \(rate) \(accepted)")
      #expect(scanned.count <= 1, "\(id): one rate, but a scan finds \(scanned)")
    case .multipleRoots(let roots):
      for root in scanned {
        #expect(roots.contains { tolerance.accepts($0, root) }, "\(id): \(root) \(roots)")
      }
    default: #expect(accepted.isEmpty, "\(id): \(result.status), but expected \(accepted)")
    }
  }

  private static func flows(_ json: JSONValue) -> [CashFlow] {
    zip(json["dates"]?.array ?? [], json["amounts"]?.array ?? []).compactMap { day, amount in
      guard let date = day.string.flatMap(CivilDate.init(iso:)), let amount = amount.double else {
        return nil
      }
      return CashFlow(date: date, amount: amount)
    }
  }
}
