import JSONKit
import Testing

@testable import Finance

/// Two steps with a tenth of each lot free, as a flexi-cap fund has them.
@Suite("Exit-load schedule")
struct ExitLoadScheduleTests {
  private let rules = """
    [{"days": 730, "percent": 0.01, "free_units_percent": 0.1}, {"days": 365, "percent": 0.02, "free_units_percent": 0.1}]
    """

  private func schedule() throws -> ExitLoadSchedule {
    let json = try JSONValue(parsing: "{\"rules\": \(rules)}")
    return try ExitLoadSchedule(try JSONFields(json, at: .root).list("rules", ExitLoadRule.init(_:)))
  }

  @Test(
    "the step with the fewest days that applies counts; the last day is free of it",
    arguments: [(0, 180_00), (364, 180_00), (365, 90_00), (729, 90_00), (730, 0)])
  func steps(held: Int, load: Int64) throws {
    let bought = try #require(CivilDate(iso: "2024-01-01"))
    let units = try #require(Units(exactly: "100"))
    let found = try schedule().load(
      on: Money(rupees: 10_000), of: units, from: units, allotted: bought, redeemed: bought.adding(days: held)
    )
    #expect(found == Money(paise: load))
  }

  @Test("what is taken of the free part pays nothing")
  func free() throws {
    let bought = try #require(CivilDate(iso: "2024-01-01"))
    let (lot, taken) = (try #require(Units(exactly: "100")), try #require(Units(exactly: "10")))
    let found = try schedule().load(
      on: Money(rupees: 1_000), of: taken, from: lot, allotted: bought, redeemed: bought.adding(days: 10))
    #expect(found == .zero)
    #expect(try schedule().reliefs(allotted: bought).map { bought.days(until: $0) } == [365, 730])
  }

  @Test("a load beyond the whole is refused")
  func refused() {
    #expect(throws: FinanceError.self) {
      try ExitLoadSchedule([ExitLoadRule(days: 1, percent: 1.5, freeUnitsPercent: 0)])
    }
  }
}
