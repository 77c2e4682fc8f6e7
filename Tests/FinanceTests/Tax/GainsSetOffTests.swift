import Testing

@testable import Finance

/// Figures worked out by hand from the rules of FY2026-27.
@Suite("Set-off over schemes")
struct GainsSetOffTests {
  private let rules: RegulatoryTables

  init() throws { rules = try RegulatoryTables.embedded() }

  /// A sale of ₹10 lakh on 1 August 2026 with a gain, held for some months.
  private func sale(_ gain: Int64, months: Int, _ taxClass: Scheme.TaxClass = .equityOriented) throws
    -> TaxableSale
  {
    let sold = try #require(CivilDate(iso: "2026-08-01"))
    let disposal = Disposal(
      bought: sold.adding(months: -months), sold: sold, units: try #require(Units(exactly: "1000")),
      proceeds: Money(rupees: 1_000_000), cost: Money(rupees: 1_000_000 - gain))
    return TaxableSale(disposal: disposal, taxClass: taxClass, fairValue: nil)
  }

  private func tax(_ sales: [TaxableSale], slab: Double? = 0.3) throws -> Money {
    try GainsSetOff.tax(on: sales, slabRate: slab, rules: rules)
  }

  @Test("the exemption is counted once over all schemes")
  func exemptionOnce() throws {
    #expect(try tax([sale(100_000, months: 24), sale(100_000, months: 30)]) == Money(rupees: 9_375))
    #expect(try tax([sale(125_000, months: 24)]) == .zero)
  }

  @Test(
    "a short-term loss goes against short-term gains, then long-term ones; a long-term loss never against short"
  )
  func losses() throws {
    #expect(try tax([sale(-100_000, months: 6), sale(150_000, months: 3)]) == Money(rupees: 10_000))
    #expect(try tax([sale(-100_000, months: 6), sale(300_000, months: 24)]) == Money(rupees: 9_375))
    #expect(try tax([sale(-100_000, months: 24), sale(50_000, months: 6)]) == Money(rupees: 10_000))
    #expect(try tax([sale(-100_000, months: 24), sale(300_000, months: 30)]) == Money(rupees: 9_375))
  }

  @Test("a loss of a debt fund goes where the rate is highest, and one rule's loss reaches another's gain")
  func acrossRules() throws {
    let debtLoss = try sale(-50_000, months: 6, .specifiedDebt)
    #expect(try tax([debtLoss, sale(100_000, months: 6)]) == Money(rupees: 10_000))
    // ₹50,000 of gains at the slab of 30 % go first; those at 20 % stay.
    let sales = [
      try sale(-50_000, months: 6, .other), try sale(50_000, months: 6),
      try sale(50_000, months: 6, .specifiedDebt),
    ]
    #expect(try tax(sales) == Money(rupees: 10_000))
  }

  @Test("a gain taxed by slab needs the slab, a loss does not")
  func slab() throws {
    #expect(try tax([sale(50_000, months: 30, .specifiedDebt)]) == Money(rupees: 15_000))
    #expect(try tax([sale(-50_000, months: 30, .specifiedDebt)], slab: nil) == .zero)
    let error = #expect(throws: FinanceError.self) {
      try tax([sale(50_000, months: 30, .specifiedDebt)], slab: nil)
    }
    #expect(error?.code == .missing)
  }

  @Test("no tax is negative, and of gains alone more is never taxed less", arguments: 0..<30)
  func monotone(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var sales: [TaxableSale] = []
    var last = Money.zero
    for _ in 0..<8 {
      let months = Int.random(in: 1...40, using: &generator)
      let gain = Int64.random(in: 0...400_000, using: &generator)
      sales.append(
        try sale(gain, months: months, Bool.random(using: &generator) ? .equityOriented : .specifiedDebt))
      let now = try tax(sales)
      #expect(now >= last)
      last = now
    }
    let losses = try sales.map { try sale(-$0.disposal.gain.paise / 100, months: 6) }
    #expect(try tax(losses) == .zero)
  }
}
