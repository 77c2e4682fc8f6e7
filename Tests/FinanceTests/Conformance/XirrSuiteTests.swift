import Finance
import JSONKit
import Testing

@Suite("Conformance: xirr")
struct XirrSuiteTests {
  static let suite = ReferenceSuite("xirr/cases.json")
  static let dayCounts = ReferenceSuite("xirr/day_count_cases.json")

  @Test("rates and present values by ACT/365F agree", .enabled(if: suite.isPresent))
  func casesAgree() throws {
    var counted = 0
    for json in try Self.suite.cases() where json["day_count"]?.string == "act/365F" {
      let id = json["id"]?.string ?? "?"
      switch json["fn"]?.string {
      case "XIRR": checkRate(json, id: id)
      case "XNPV":
        let rate = try #require(json["rate"]?.double)
        let expected = try #require(json["expected"]?.double)
        let value = try Xnpv.value(of: Self.flows(json), rate: rate)
        #expect(Tolerance(absolute: 1e-9, relative: 1e-9).accepts(value, expected), "\(id)")
      default: continue
      }
      counted += 1
    }
    print("xirr: \(counted) cases")
    #expect(counted > 0)
  }

  @Test("days and year fractions by ACT/365F agree", .enabled(if: dayCounts.isPresent))
  func dayCountsAgree() throws {
    var counted = 0
    for json in try Self.dayCounts.cases() {
      let first = try #require(json["d1"]?.string.flatMap(CivilDate.init(iso:)))
      let second = try #require(json["d2"]?.string.flatMap(CivilDate.init(iso:)))
      let days = first.days(until: second)
      if json["kind"]?.string == "days" {
        #expect(days == json["expected"]?["actual"]?.int)
      } else if json["convention"]?.string == "Act/365F" {
        #expect(Double(days) / 365 == json["expected"]?.double)
      } else {
        continue
      }
      counted += 1
    }
    print("xirr day counts: \(counted) cases")
    #expect(counted > 0)
  }

  /// A rate agrees with the expected one or, where the case has several, with one of those a scan found.
  private func checkRate(_ json: JSONValue, id: String) {
    let result = Xirr.solve(Self.flows(json))
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
