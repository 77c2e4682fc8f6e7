import Finance

/// What there is to say of the portfolio as a whole: money at hand, overlap, costs, or that nothing has drifted.
struct PortfolioAllocation {
  private let given: GivenFacts
  private let policy: AgentPolicy
  private let facts: AllocationFacts

  init(_ given: GivenFacts, _ policy: AgentPolicy) {
    self.given = given
    self.policy = policy
    facts = AllocationFacts(prefix: "portfolio.", facts: given.facts)
  }

  /// Less money at hand than the months of expenses that should be.
  func emergency() throws(CoachError) -> ArtifactBrief? {
    guard try facts.state("emergency.state") == EmergencyFund.State.short.rawValue else { return nil }
    let isNothing = try facts.requiredNumber("emergency.value") == 0
    return try brief(
      "emergency", state: "short", severity: .attention, lever: "emergency",
      cited: ["emergency.value", "emergency.target", "emergency.shortfall"],
      // Nothing at hand has been said by then.
      offered: ["emergency.target_months"] + (isNothing ? [] : ["emergency.months"]))
  }

  /// Two funds with more in common than two funds should have.
  func overlap() throws(CoachError) -> ArtifactBrief? {
    guard try facts.state("overlap.state") == "high" else { return nil }
    return try brief(
      "overlap", state: "high", severity: .attention, lever: "overlap", cited: ["overlap.largest"],
      offered: ["overlap.limit", "overlap.count", "overlap.date"])
  }

  /// Regular plans that have a cheaper direct plan.
  func costs() throws(CoachError) -> ArtifactBrief? {
    guard facts.has("regular_plans.value", "regular_plans.expense_drag") else { return nil }
    let gross = given.facts.refs(in: "holding").compactMap { given.facts["holding.\($0).gross_return"] }
    return try brief(
      "costs", state: "regular_plans", severity: .attention, lever: "costs",
      cited: ["regular_plans.value", "regular_plans.expense_drag"], offered: ["ter"],
      assumptions: gross.map {
        .init(key: "gross_return", value: $0.display.text(in: given.user.language), factID: $0.id)
      })
  }

  /// Nothing to mend; nil when nothing is held.
  func inBand() throws(CoachError) -> ArtifactBrief? {
    guard facts.has("drift.largest", "drift.band") else { return nil }
    return try brief(
      "allocation", state: "in_band", severity: .info, lever: "none", cited: ["drift.largest"],
      offered: ["drift.band"])
  }

  private func brief(
    _ topic: String, state: String, severity: Insight.Severity, lever: String, cited: [String],
    offered: [String], assumptions: [Insight.Assumption] = []
  ) throws(CoachError) -> ArtifactBrief {
    let offered = (cited + offered).compactMap(facts.fact)
    let assumed = assumptions.compactMap { given.facts[$0.factID] }
    return ArtifactBrief(
      agent: AgentName.allocation, scope: .allocation, scopeRef: nil, topicKey: "portfolio:\(topic):\(state)",
      severity: severity, state: state, lever: lever, subjectKind: "portfolio",
      facts: try FactSet(offered + assumed), mustCite: cited.map(facts.id), assumptions: assumptions,
      caveats: AllocationFacts.caveats(of: offered), disclaimers: policy.disclaimers, asOf: given.asOf,
      language: given.user.language, limits: try limits())
  }

  /// What holds for any goal holds for the whole; no sale of the portfolio as such has its tax told.
  private func limits() throws(CoachError) -> AdviceLimits {
    var forbidden: Set<AdviceLimits.Limit> = [.taxDeduction, .sale]
    for goal in given.goals {
      let facts = AllocationFacts(prefix: "goal.\(goal.id).", facts: given.facts)
      let ceiling = try facts.state("ceiling.state") ?? EquityCeiling.State.unknown.rawValue
      if ceiling != EquityCeiling.State.within.rawValue { forbidden.insert(.moreEquity) }
      if ceiling == EquityCeiling.State.unknown.rawValue { forbidden.insert(.rebalance) }
    }
    if facts.takesNoNewMoney(given.facts.refs(in: "holding")) { forbidden.insert(.newMoney) }
    return AdviceLimits(forbidden)
  }
}
