import Finance
import Testing

@Suite struct ProjectionTests {
  @Test func twelvePercentHasTwoMeanings() throws {
    let effective = try MonthlyRate(annual: 0.12)
    let nominal = try MonthlyRate(annual: 0.12, convention: .nominal)
    #expect(try paise(Projection.sip(5000, months: 120, rate: effective)) == 112_017_945)
    #expect(try paise(Projection.sip(5000, months: 120, rate: nominal)) == 116_169_538)
    #expect(try paise(Projection.sip(5000, months: 120, rate: effective, timing: .ordinary)) == 110_965_021)
  }

  @Test func lumpSumsGrowAndTargetsInflate() throws {
    #expect(try paise(Projection.lumpSum(present: 100_000, annualRate: 0.12, years: 10)) == 31_058_482)
    #expect(try paise(Projection.lumpSum(present: 2_000_000, annualRate: 0.1, years: 12)) == 627_685_675)
  }

  @Test func monthByMonthIsTheClosedForm() throws {
    for timing in ContributionTiming.allCases {
      for annual in [-0.05, 0, 0.0001, 0.11] {
        let rate = try MonthlyRate(annual: annual)
        let closed = try Projection.sip(1000, months: 240, rate: rate, timing: timing, existing: 50_000)
        let stepped = try Projection.monthByMonth(
          [Double](repeating: 1000, count: 240), rate: rate, timing: timing, existing: 50_000)
        #expect((stepped / closed - 1).magnitude < 1e-12)
      }
    }
  }

  @Test func risingInstalments() throws {
    let rate = try MonthlyRate(annual: 0.12)
    let percent = try Projection.stepUp(sip: 10_000, .percent(0.1), months: 120, rate: rate)
    #expect(try paise(percent.value) == 326_889_848)
    #expect(try paise(percent.invested) == 191_249_095)
    #expect(try paise(percent.lastInstalment) == 2_357_948)
    let amount = try Projection.stepUp(sip: 10_000, .amount(1000), months: 120, rate: rate)
    #expect(try paise(amount.value) == 304_344_982)
  }

  @Test func requiredSIPReachesTheTarget() throws {
    let rate = try MonthlyRate(annual: 0.12)
    for stepUp in [0, 0.1] {
      let sip = try Projection.requiredSIP(
        target: 7_930_422.79, months: 180, rate: rate, existing: 300_000, stepUp: stepUp)
      let reached = try Projection.stepUp(
        sip: sip, .percent(stepUp), months: 180, rate: rate, existing: 300_000)
      #expect((reached.value / 7_930_422.79 - 1).magnitude < 1e-12)
    }
    #expect(try Projection.requiredSIP(target: 100, months: 12, rate: rate, existing: 1000) == 0)
  }

  @Test(arguments: [(16_662.95, 16_700.0), (16_700, 16_700), (16_700.01, 16_800), (0, 0), (0.01, 100)])
  func suggestedSIPIsRoundedUp(amount: Double, rounded: Double) {
    #expect(Projection.roundedUp(amount, to: 100) == rounded)
  }

  @Test func requiredStepUpHasThreeAnswers() throws {
    let rate = try MonthlyRate(annual: 0.12)
    func required(_ sip: Double, _ target: Double) throws -> RequiredStepUp {
      try Projection.requiredStepUp(sip: sip, target: target, months: 180, rate: rate)
    }
    guard case .ok(let rise) = try required(10_000, 10_000_000) else {
      Issue.record("a rise of about 13 % reaches one crore")
      return
    }
    #expect((rise - 0.130523203).magnitude < 1e-9)
    #expect(try required(10_000, 1_000_000) == .notNeeded)
    #expect(try required(10_000, 1e12) == .unreachable)
    #expect(try required(0, 1000) == .unreachable)
  }

  @Test func monthsToGoalAndRequiredReturn() throws {
    let rate = try MonthlyRate(annual: 0.12)
    #expect(Projection.monthsToGoal(sip: 10_000, target: 5_000_000, rate: rate)?.whole == 185)
    #expect(Projection.monthsToGoal(sip: 0, target: 5, rate: rate) == nil)
    #expect(Projection.monthsToGoal(sip: 0, target: 5, rate: rate, existing: 5)?.whole == 0)
    let flat = try MonthlyRate(annual: 0)
    #expect(Projection.monthsToGoal(sip: 1000, target: 12_000, rate: flat)?.whole == 12)
    let monthly = try #require(try Projection.requiredReturn(sip: 10_000, target: 2_500_000, months: 120))
    #expect((monthly - 0.0110179699504).magnitude < 1e-12)
    #expect(try Projection.requiredReturn(sip: 1, target: 1e300, months: 2) == nil)
  }

  @Test func inputsOutOfRangeAreErrors() throws {
    let rate = try MonthlyRate(annual: 0.12)
    for annual in [-1, -2, 11, Double.nan, .infinity] {
      #expect(throws: FinanceError.self) { try MonthlyRate(annual: annual) }
    }
    for months in [-1, 1201, Int.min, Int.max] {
      #expect(throws: FinanceError.self) { try Projection.sip(1, months: months, rate: rate) }
    }
    #expect(throws: FinanceError.self) { try Projection.sip(.nan, months: 1, rate: rate) }
    #expect(throws: FinanceError.self) { try Projection.requiredSIP(target: 1, months: 0, rate: rate) }
    #expect(throws: FinanceError.self) { try Projection.lumpSum(present: 1, annualRate: -1, years: 1) }
    #expect(throws: FinanceError.self) { try Projection.lumpSum(present: 1, annualRate: 0.1, years: .nan) }
    #expect(throws: FinanceError.self) { try Projection.requiredReturn(sip: 0, target: 1, months: 12) }
  }

  private func paise(_ rupees: Double) throws -> Int64 { try Money.rounded(rupees: rupees).paise }
}
