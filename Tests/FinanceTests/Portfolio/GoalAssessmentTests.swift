import Finance
import Testing

@Suite struct GoalAssessmentTests {
  @Test func workedExample() throws {
    let goal = try assess(try SamplePortfolio.portfolio())
    #expect(goal.horizonMonths == 96)
    #expect(goal.currentValue == Money(rupees: 300_000))
    #expect(goal.monthlySIP == Money(rupees: 10_000))
    #expect(goal.assumedReturn == 0.11)
    #expect(goal.unclampedReturn == 0.11)
    #expect(goal.allocationIsAssumed == false)
    #expect(goal.targetFuture == Money(exactly: "4295465.45"))
    #expect(goal.projected == Money(exactly: "2197936.68"))
    #expect(goal.gap == Money(exactly: "-2097528.77"))
    #expect(goal.shortfall == Money(exactly: "2097528.77"))
    #expect(goal.surplus == .zero)
    #expect((goal.fundedRatio - 0.5116876645).magnitude < 1e-9)
    #expect(goal.band == .atRisk)
    #expect(goal.requiredSIP == Money(exactly: "23922.49"))
    #expect(goal.requiredSIPRounded == Money(rupees: 24_000))
    guard case .ok(let rise) = goal.requiredStepUp else {
      Issue.record("a step-up reaches the target")
      return
    }
    let rate = try MonthlyRate(annual: 0.11)
    let reached = try Projection.stepUp(
      sip: 10_000, .percent(rise), months: 96, rate: rate, existing: 300_000)
    #expect((reached.value / 4_295_465.4495798 - 1).magnitude < 1e-9)
  }

  @Test func gapIsTheDifferenceOfWhatIsShown() throws {
    for share in ["0.3333", "0.5", "0.77777", "1"] {
      let goal = try assess(try SamplePortfolio.portfolio(("\"share\": 1 }", "\"share\": \(share) }")))
      #expect(goal.gap == goal.projected - goal.targetFuture)
      #expect(goal.surplus - goal.shortfall == goal.gap)
    }
  }

  @Test(arguments: [
    ("0.4", 0.13, 0.4), ("-0.4", 0.02, -0.4), ("0.13", 0.13, 0.13), ("0.02", 0.02, 0.02),
  ])
  func assumedReturnIsClamped(annual: String, clamped: Double, unclamped: Double) throws {
    let goal = try assess(try SamplePortfolio.portfolio(("\"return\": 0.11", "\"return\": \(annual)")))
    #expect(goal.assumedReturn == clamped)
    #expect(goal.unclampedReturn == unclamped)
  }

  @Test(arguments: [
    ("moderate", "2034-08-14", 0.65), ("unknown", "2034-08-14", 0.4), ("aggressive", "2029-08-14", 0.65),
    ("aggressive", "2029-08-13", 0.3), ("conservative", "2031-08-14", 0.3),
    ("conservative", "2031-09-14", 0.4),
  ])
  func missingAllocationIsThePolicys(profile: String, targetDate: String, equity: Double) throws {
    let goal = try assess(
      try SamplePortfolio.portfolio(
        ("{ \"equity\": 1 }", "null"), ("\"moderate\"", "\"\(profile)\""), ("2034-08-14", targetDate)))
    #expect(goal.allocationIsAssumed)
    #expect(goal.allocation[.equity] == equity)
    #expect((goal.unclampedReturn - (equity * 0.11 + (1 - equity) * 0.07)).magnitude < 1e-12)
  }

  @Test(arguments: ["2026-08-14", "2026-09-13", "2020-01-01"])
  func aGoalWhoseDayHasComeIsMatured(targetDate: String) throws {
    let goal = try assess(try SamplePortfolio.portfolio(("2034-08-14", targetDate)))
    #expect(goal.band == .matured)
    #expect(goal.projected == goal.currentValue)
    #expect(goal.targetFuture == goal.targetToday)
    #expect(goal.requiredSIP == nil)
    #expect(goal.requiredStepUp == .unreachable)
  }

  @Test func aFundedGoalNeedsNothing() throws {
    let goal = try assess(
      try SamplePortfolio.portfolio(("\"target_today\": 2500000", "\"target_today\": 250000")))
    #expect(goal.band == .onTrack)
    #expect(goal.shortfall == .zero)
    #expect(goal.requiredSIP == .zero)
    #expect(goal.requiredStepUp == .notNeeded)
    #expect(goal.monthsToGoal == 0)
  }

  @Test func monthsToGoalIsTheFirstThatSuffices() throws {
    let goal = try assess(try SamplePortfolio.portfolio(("\"inflation\": 0.07", "\"inflation\": 0")))
    let months = try #require(goal.monthsToGoal)
    let rate = try MonthlyRate(annual: 0.11)
    #expect(try Projection.sip(10_000, months: months, rate: rate, existing: 300_000) >= 2_500_000)
    #expect(try Projection.sip(10_000, months: months - 1, rate: rate, existing: 300_000) < 2_500_000)
  }

  @Test func anEndedOrPausedSIPDoesNotCount() throws {
    let lump = try Projection.sip(0, months: 96, rate: try MonthlyRate(annual: 0.11), existing: 300_000)
    let rest = try Money.rounded(rupees: lump)
    for edit in [
      ("\"status\": \"active\"\n", "\"status\": \"paused\"\n"), ("\"end\": null", "\"end\": \"2026-08-13\""),
    ] {
      let goal = try assess(try SamplePortfolio.portfolio(edit))
      #expect(goal.monthlySIP == .zero)
      #expect(goal.projected == rest)
      #expect(goal.requiredStepUp == .unreachable)
    }
  }

  @Test func aSIPContributesToItsEnd() throws {
    // Instalments 0 to 11 fall on or before 2027-07-31.
    let goal = try assess(try SamplePortfolio.portfolio(("\"end\": null", "\"end\": \"2027-07-31\"")))
    let rate = try MonthlyRate(annual: 0.11)
    let year = try Projection.sip(10_000, months: 12, rate: rate, existing: 300_000)
    #expect(
      goal.projected == (try Money.rounded(rupees: Projection.sip(0, months: 84, rate: rate, existing: year)))
    )
  }

  @Test func theSIPsStepUpWinsAndTheGoalsFillsIn() throws {
    let percent = "\"step_up\": { \"kind\": \"percent\", \"value\": 0.1 }"
    let rate = try MonthlyRate(annual: 0.11)
    let tenth = try Projection.stepUp(sip: 10_000, .percent(0.1), months: 96, rate: rate, existing: 300_000)
    let thousand = try Projection.stepUp(
      sip: 10_000, .amount(1000), months: 96, rate: rate, existing: 300_000)
    let filled = try assess(try SamplePortfolio.portfolio(("\"step_up\": null", percent)))
    #expect(filled.projected == (try Money.rounded(rupees: tenth.value)))
    let own = try assess(
      try SamplePortfolio.portfolio(
        ("\"step_up\": null", percent),
        ("\"step_up\": null", "\"step_up\": { \"kind\": \"amount\", \"value\": 1000 }")))
    #expect(own.projected == (try Money.rounded(rupees: thousand.value)))
  }

  /// Instalment k belongs to month 8 + k + 1: the first of an April is k = 7, then every twelfth.
  @Test func aStepUpWithAMonthRisesInThatMonth() throws {
    let goal = try assess(
      try SamplePortfolio.portfolio(
        ("\"step_up\": null", "\"step_up\": { \"kind\": \"amount\", \"value\": 1000, \"month\": 4 }")))
    let instalments = (0..<96).map { 10_000 + 1000 * Double(($0 + 5) / 12) }
    let projected = try Projection.monthByMonth(
      instalments, rate: try MonthlyRate(annual: 0.11), existing: 300_000)
    #expect(goal.projected == (try Money.rounded(rupees: projected)))
  }

  private func assess(_ portfolio: Portfolio) throws -> GoalAssessment {
    try GoalAssessment.assess(
      try #require(portfolio.goal("g1")), in: try SamplePortfolio.snapshot(of: portfolio),
      policy: try PolicyTables.embedded())
  }
}
