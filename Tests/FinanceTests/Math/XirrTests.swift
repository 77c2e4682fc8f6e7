import Finance
import Testing

@Suite struct XirrTests {
  @Test func oneYearTwelvePercent() throws {
    let rate = try #require(solve(("2020-02-29", -100_000), ("2021-02-28", 112_000)).rate)
    #expect((rate - 0.12).magnitude < 1e-14)
  }

  @Test func everyStatusIsReached() {
    #expect(solve() == .noFlows)
    #expect(solve(("2024-01-01", 0), ("2025-01-01", 0)) == .noFlows)
    #expect(solve(("2024-01-01", -1000), ("2024-01-01", 1000)) == .noFlows)
    #expect(solve(("2024-01-01", 0.1), ("2024-01-01", 0.2), ("2024-01-01", -0.3)) == .noFlows)
    #expect(solve(("2024-01-01", -1000)) == .noSignChange)
    #expect(solve(("2024-01-01", -1000), ("2024-01-01", 1100)) == .noSignChange)
    #expect(solve(("2021-01-01", -100), ("2022-01-01", 200), ("2023-01-01", -150)) == .noRealRoot)
    #expect(solve(("2024-01-01", -.nan), ("2025-01-01", 1)) == .outOfRange)
    #expect(solve(("2024-01-01", -1), ("2025-01-01", .infinity)) == .outOfRange)
    #expect(solve(("2024-01-01", -1), ("2024-01-02", 100)) == .outOfRange)
    #expect(solve(("2024-01-01", -1000), ("2024-01-02", 1)) == .outOfRange)
  }

  @Test func severalRatesAreReportedInOrder() {
    let result = solve(
      ("2021-01-01", -1000), ("2022-01-01", 3600), ("2023-01-01", -4310), ("2024-01-01", 1716))
    guard case .multipleRoots(let roots) = result, roots.count == 3 else {
      Issue.record("expected three rates, got \(result)")
      return
    }
    for (root, expected) in zip(roots, [0.1, 0.2, 0.3]) { #expect((root - expected).magnitude < 1e-9) }
  }

  @Test func extremeRatesAreFound() throws {
    let tenfold = try #require(solve(("2024-01-01", -1000), ("2024-01-31", 10_000)).rate)
    #expect((tenfold / 1_467_799_267_621.0696 - 1).magnitude < 1e-12)
    let loss = try #require(solve(("2024-11-21", -100), ("2024-11-28", -100), ("2024-12-03", 100)).rate)
    #expect((loss + 0.9999999999999832).magnitude < 1e-15)
    #expect(solve(("2024-01-01", -1e308), ("2025-01-01", 1.1e308)).rate != nil)
    #expect(solve(("2023-01-01", -1e-300), ("2024-01-01", 1.1e-300)).rate != nil)
  }

  @Test func netPresentValueVanishesAtTheRate() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let flows = randomFlows(using: &generator)
      guard let rate = Xirr.solve(flows).rate else { continue }
      let gross = flows.reduce(0) { $0 + $1.amount.magnitude }
      let residue = try Xnpv.value(of: flows, rate: rate)
      let scale = try Xnpv.value(
        of: flows.map { CashFlow(date: $0.date, amount: $0.amount.magnitude) }, rate: rate)
      #expect(residue.magnitude <= 1e-12 * max(gross, scale))
    }
  }

  @Test func rateDoesNotDependOnScaleOrderOrStart() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<200 {
      let flows = randomFlows(using: &generator)
      let factor = Double.random(in: 0.001...1000, using: &generator)
      let days = Int.random(in: -5000...5000, using: &generator)
      let result = Xirr.solve(flows)
      agree(result, Xirr.solve(flows.map { CashFlow(date: $0.date, amount: $0.amount * factor) }))
      agree(result, Xirr.solve(flows.map { CashFlow(date: $0.date, amount: -$0.amount) }))
      agree(result, Xirr.solve(flows.shuffled(using: &generator)))
      agree(result, Xirr.solve(flows.map { CashFlow(date: $0.date.adding(days: days), amount: $0.amount) }))
    }
  }

  private func agree(_ left: XirrResult, _ right: XirrResult) {
    #expect(left.status == right.status)
    switch (left, right) {
    case (.ok(let one, let changes), .ok(let other, let otherChanges)):
      #expect((one - other).magnitude <= 1e-10 * max(1e-3, one.magnitude))
      #expect(changes == otherChanges)
    case (.multipleRoots(let ones), .multipleRoots(let others)):
      #expect(ones.count == others.count)
      for (one, other) in zip(ones, others) {
        #expect((one - other).magnitude <= 1e-7 * max(1, one.magnitude))
      }
    default: break
    }
  }

  /// Instalments with now and then a redemption, and a value at the end.
  private func randomFlows(using generator: inout SplitMix64) -> [CashFlow] {
    let start = CivilDate.minimum.adding(days: 735_000 + .random(in: 0...5000, using: &generator))
    let months = Int.random(in: 2...120, using: &generator)
    var flows = (0..<months).map { month in
      let amount = Double(Int.random(in: -10_000...(-500), using: &generator))
      return CashFlow(date: start.adding(months: month), amount: amount)
    }
    if Bool.random(using: &generator) {
      let day = start.adding(days: .random(in: 10...(months * 30), using: &generator))
      flows.append(CashFlow(date: day, amount: Double(Int.random(in: 100...20_000, using: &generator))))
    }
    let invested = -flows.reduce(0) { $0 + min(0, $1.amount) }
    let growth = Double.random(in: 0.3...3, using: &generator)
    flows.append(CashFlow(date: start.adding(months: months + 3), amount: (invested * growth).rounded()))
    return flows
  }

  private func solve(_ flows: (String, Double)...) -> XirrResult {
    Xirr.solve(
      flows.compactMap { day, amount in
        CivilDate(iso: day).map { CashFlow(date: $0, amount: amount) }
      })
  }
}
