import Testing

@testable import Finance

/// Figures worked out by hand from the rules named in each test.
@Suite("Tax estimate")
struct TaxEstimateTests {
  private let rules: RegulatoryTables
  private let fairValue: NAV

  init() throws {
    rules = try RegulatoryTables.embedded()
    fairValue = try #require(NAV(exactly: "150"))
  }

  /// 1,000 units.
  private func sale(_ bought: String, _ sold: String, cost: Int64, proceeds: Int64) throws -> Disposal {
    Disposal(
      bought: try #require(CivilDate(iso: bought)), sold: try #require(CivilDate(iso: sold)),
      units: try #require(Units(exactly: "1000")), proceeds: Money(rupees: proceeds),
      cost: Money(rupees: cost))
  }

  private func taxes(_ sales: [Disposal], fairValue: NAV? = nil) throws -> [GainsTax] {
    try TaxEstimate.taxes(
      on: sales, taxClass: .equityOriented, slabRate: nil, fairValue: fairValue, rules: rules)
  }

  @Test(
    "units bought until 31 January 2018 cost what they were worth then, if that is more",
    arguments: [
      // Value then 1,50,000: gain 1,30,000, less 1,00,000 free, at 10 %.
      (280_000, 130_000, 3_000),
      // Sold for less than they were worth then: neither gain nor loss.
      (120_000, 0, 0),
      // Sold for less than they cost: the actual loss, no larger one.
      (80_000, -20_000, 0),
    ])
  func grandfathered(proceeds: Int64, gain: Int64, tax: Int64) throws {
    let sale = try sale("2016-01-01", "2020-06-01", cost: 100_000, proceeds: proceeds)
    let found = try #require(try taxes([sale], fairValue: fairValue).first)
    #expect(found.longTermGain == Money(rupees: gain))
    #expect(found.tax == Money(rupees: tax))
  }

  @Test("the day after, the actual cost counts, whatever the units were worth")
  func after() throws {
    let last = try sale("2018-01-31", "2020-06-01", cost: 100_000, proceeds: 280_000)
    let next = try sale("2018-02-01", "2020-06-01", cost: 100_000, proceeds: 280_000)
    #expect(try taxes([last], fairValue: fairValue).first?.longTermGain == Money(rupees: 130_000))
    #expect(try taxes([next], fairValue: fairValue).first?.longTermGain == Money(rupees: 180_000))
    #expect(try taxes([next]).first?.longTermGain == Money(rupees: 180_000))
  }

  @Test("without the value of that day there is an error, not a guess")
  func missing() throws {
    let sale = try sale("2016-01-01", "2020-06-01", cost: 100_000, proceeds: 280_000)
    let error = #expect(throws: FinanceError.self) { try taxes([sale]) }
    #expect(error?.code == .missing)
    #expect(error?.message.contains("2018-01-31") == true)
  }

  @Test("two lakh of long-term gain in 2026-27 is taxed 9,375")
  func example() throws {
    let sale = try sale("2024-01-15", "2026-06-01", cost: 100_000, proceeds: 300_000)
    #expect(try taxes([sale]).map(\.tax) == [Money(rupees: 9_375)])
  }

  @Test("a year with two rates has one exemption, and it is used once")
  func splitYear() throws {
    let early = try sale("2022-01-01", "2024-05-01", cost: 100_000, proceeds: 200_000)
    let late = try sale("2022-01-01", "2024-09-01", cost: 100_000, proceeds: 200_000)
    let found = try taxes([early, late])
    #expect(found.count == 2)
    #expect(try Money.sum(found.map(\.taxableLong)) == Money(rupees: 75_000))
  }
}
