import Testing

@testable import Finance

@Suite("Balance of a goal")
struct GoalBalanceTests {
  private let bands = AllocationDrift.Bands()

  private func balance(_ rupees: [Int64], _ target: [Double]) throws -> GoalBalance {
    let values = zip(AssetClass.allCases, rupees).map {
      PortfolioSnapshot.ClassValue(assetClass: $0, value: Money(rupees: $1))
    }
    let parts = Dictionary(uniqueKeysWithValues: zip(AssetClass.allCases, target))
    return try GoalBalance(values, target: try Allocation { parts[$0] ?? 0 }, bands: bands)
  }

  @Test("weights sum to 1 whatever is held", arguments: 0..<30)
  func weights(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let rupees = (0..<4).map { _ in Int64.random(in: 0...10_000_000, using: &generator) }
    let found = try balance(rupees, [0.6, 0.3, 0.05, 0.05])
    #expect((found.lines.reduce(0) { $0 + $1.weight } - 1).magnitude < 1e-12)
    #expect(found.lines.reduce(0) { $0 + $1.drift }.magnitude < 1e-12)
  }

  @Test("at its target nothing has drifted; nothing held is neither")
  func states() throws {
    let level = try balance([600, 300, 50, 50], [0.6, 0.3, 0.05, 0.05])
    #expect(level.state == .inBand)
    #expect((level.furthest?.drift ?? 1).magnitude < 1e-12)
    #expect(try balance([0, 0, 0, 0], [1, 0, 0, 0]).state == .unallocated)
    #expect(try balance([72, 28, 0, 0], [0.6, 0.4, 0, 0]).state == .drifted)
  }

  @Test("of two classes equally far the one over its target is named")
  func furthest() throws {
    let found = try balance([72, 28, 0, 0], [0.6, 0.4, 0, 0])
    #expect(found.furthest?.assetClass == .equity)
    #expect(found.mostOver?.assetClass == .equity)
    #expect(found.mostUnder?.assetClass == .debt)
  }

  @Test("new money never sells, ends nearer the target, and scales with what is held", arguments: 0..<30)
  func redirection(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let rupees = (0..<4).map { _ in Int64.random(in: 1...1_000_000, using: &generator) }
    let target = [0.5, 0.3, 0.1, 0.1]
    let cash = Int64.random(in: 1...50_000, using: &generator)
    func way(_ scale: Int64) throws -> Redirection? {
      let instalments = [Double](repeating: Double(cash * scale), count: 24)
      return try Redirection(
        balance(rupees.map { $0 * scale }, target), now: Money(rupees: cash * scale),
        instalments: instalments,
        outlook: 12)
    }
    let one = try #require(try way(1))
    let ten = try #require(try way(10))
    #expect(one.amount >= .zero && one.amount <= Money(rupees: cash))
    #expect(one.driftAfterOutlook <= (try balance(rupees, target).furthest?.drift.magnitude ?? 0) + 1e-12)
    #expect(one.monthsToBand == ten.monthsToBand && one.assetClass == ten.assetClass)
    #expect((one.driftAfterOutlook - ten.driftAfterOutlook).magnitude < 1e-9)
  }

  @Test("a profile over 365 days old is none, nor is an undated one")
  func profile() throws {
    let day = try #require(CivilDate(iso: "2026-08-14"))
    for (taken, known) in [("2025-08-14", true), ("2025-08-13", false), ("2026-08-14", true)] {
      let text = SamplePortfolio.text.replacing("2026-03-01", with: taken)
      let user = try Portfolio(bytes: Array(text.utf8)).user
      #expect((user.riskProfile(on: day, validDays: 365) == .moderate) == known)
    }
    let undated = SamplePortfolio.text.replacing(#""risk_profiled_at": "2026-03-01", "#, with: "")
    let user = try Portfolio(bytes: Array(undated.utf8)).user
    #expect(user.riskProfile(on: day, validDays: 365) == .unknown)
  }
}
