import Finance
import Testing

@Suite struct RegulatoryTablesTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  @Test func categoriesAreDated() throws {
    let rules = try RegulatoryTables.embedded()
    let old = try rules.categories(on: try day("2026-02-25"))
    let new = try rules.categories(on: try day("2026-02-26"))
    #expect([old.version, new.version] == ["2017", "2026"])
    #expect(old.category("solution.children")?.isOpen == true)
    #expect(new.category("solution.children")?.isOpen == false)
    #expect(old.category("life_cycle") == nil && new.category("life_cycle") != nil)
    #expect(old.categories.count { $0.group == .debt } == 16)
    #expect(new.categories.count { $0.group == .debt } == 17)
    #expect(old.category(amfiLabel: "Other Scheme - Other  ETFs")?.id == "other.etf")
    #expect(old.category(amfiLabel: "Income") == nil)
    #expect(throws: FinanceError.self) { try rules.categories(on: try day("2017-10-05")) }
  }

  @Test func taxRatesAreDated() throws {
    let rules = try RegulatoryTables.embedded()
    let bought = try day("2020-01-01")
    let before = try rules.taxRules(on: try day("2024-07-22")).rule(for: .equityOriented, boughtOn: bought)
    let after = try rules.taxRules(on: try day("2024-07-23")).rule(for: .equityOriented, boughtOn: bought)
    #expect([before.shortRate, before.longRate, before.exemption.rupees] == [0.15, 0.1, 100_000])
    #expect([after.shortRate, after.longRate, after.exemption.rupees] == [0.2, 0.125, 125_000])
    let debt = try rules.taxRules(on: try day("2026-01-01"))
    #expect(try debt.rule(for: .specifiedDebt, boughtOn: try day("2023-04-01")).longTermMonths == nil)
    #expect(try debt.rule(for: .specifiedDebt, boughtOn: try day("2023-03-31")).longTermMonths == 24)
    let early = try rules.taxRules(on: try day("2024-07-22"))
    #expect(throws: FinanceError.self) { try early.rule(for: .other, boughtOn: bought) }
  }

  @Test func dutyAndCeilingsAreDated() throws {
    let rules = try RegulatoryTables.embedded()
    #expect(try rules.stampDuty(on: try day("2020-06-30")).purchasePerMillion == 0)
    #expect(try rules.stampDuty(on: try day("2020-07-01")).purchasePerMillion == 50)
    let today = try day("2026-08-14")
    #expect(try rules.equityCeiling(profile: .unknown, horizonMonths: 100, on: today) == nil)
    #expect(try rules.equityCeiling(profile: .moderate, horizonMonths: 36, on: today) == 0.5)
    #expect(try rules.hybridSplit(on: today).equity == 0.65)
  }
}
