import Testing

@testable import Finance

@Suite("Money at hand and running costs")
struct EmergencyFundTests {
  @Test(
    "three months of expenses are enough, a paisa less is not",
    arguments: [(150_000_00, "ok", 3.0, 0), (149_999_99, "short", 2.9, 1), (0, "short", 0, 150_000_00)])
  func months(paise: Int64, state: String, months: Double, shortfall: Int64) throws {
    let fund = try EmergencyFund(
      value: Money(paise: paise), monthlyExpenses: Money(rupees: 50_000), months: 3)
    #expect(fund.state.rawValue == state)
    #expect(fund.months == months)
    #expect(fund.shortfall == Money(paise: shortfall))
  }

  @Test("unknown expenses leave it unknown; none at all need nothing")
  func unknown() throws {
    let unknown = try EmergencyFund(value: Money(rupees: 5), monthlyExpenses: nil, months: 3)
    #expect(unknown.state == .unknown && unknown.target == nil && unknown.shortfall == nil)
    let none = try EmergencyFund(value: .zero, monthlyExpenses: .zero, months: 3)
    #expect(none.state == .ok && none.months == nil)
  }

  @Test("the drag of a regular plan: ₹10,000 a month for 20 years at 12 %, 1.75 % against 0.65 %")
  func drag() throws {
    let found = try ExpenseDrag(
      existing: .zero, sip: Money(rupees: 10_000), months: 240, gross: 0.12, dearer: 0.0175, cheaper: 0.0065)
    // 85,05,733 less 74,57,954, each rounded to the rupee.
    #expect((found.amount.rupees - 1_047_779).magnitude <= 1)
    let same = try ExpenseDrag(
      existing: Money(rupees: 5), sip: .zero, months: 12, gross: 0.12, dearer: 0.01, cheaper: 0.01)
    #expect(same.amount == .zero)
  }

  @Test("overlap has a cap from 26 February 2026, and the limits are dated rows")
  func tables() throws {
    let rules = try RegulatoryTables.embedded()
    let (before, from) = (
      try #require(CivilDate(iso: "2026-02-25")), try #require(CivilDate(iso: "2026-02-26"))
    )
    #expect(try rules.overlapCap(on: before) == nil)
    #expect(try rules.overlapCap(on: from) == 0.5)
    #expect(try rules.balanceLimits(on: from).profileDays == 365)
    #expect(try rules.balanceLimits(on: from).emergencyMonths == 3)
    let early = try #require(CivilDate(iso: "2012-12-31"))
    #expect(throws: FinanceError.self) { try rules.balanceLimits(on: early) }
  }
}
