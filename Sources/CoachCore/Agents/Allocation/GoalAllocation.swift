import Finance

/// What there is to say of the spread of one goal's money.
struct GoalAllocation {
  /// The way back a brief names, cheapest first.
  enum Lever: String {
    /// New instalments bring the spread back in time.
    case redirect
    /// A sale costs less on a later day.
    case wait
    /// A sale costs what it costs.
    case sale
    /// New instalments help, though not within the time that is looked ahead.
    case lean
    /// The target itself holds more equity than suits.
    case target
    /// The risk profile is unknown, so nothing is suggested.
    case profile
    /// There is none to name.
    case none
  }

  /// A horizon below this many months makes too much equity a matter for action.
  static let shortHorizon = 36.0

  private let goal: GivenFacts.Goal
  private let given: GivenFacts
  private let policy: AgentPolicy
  private let facts: AllocationFacts

  init(_ goal: GivenFacts.Goal, _ given: GivenFacts, _ policy: AgentPolicy) {
    self.goal = goal
    self.given = given
    self.policy = policy
    facts = AllocationFacts(prefix: "goal.\(goal.id).", facts: given.facts)
  }

  /// Equity above its ceiling, where the date is near or nothing has drifted, and a drift that is not the same news.
  func briefs() throws(CoachError) -> [ArtifactBrief] {
    let state = try facts.requiredState("allocation.state")
    let ceiling = try facts.requiredState("ceiling.state")
    var briefs: [ArtifactBrief] = []
    var isTold = false
    if ceiling == EquityCeiling.State.above.rawValue {
      let isShort = try facts.requiredNumber("ceiling.horizon") < Self.shortHorizon
      if isShort || state != GoalBalance.State.drifted.rawValue {
        briefs.append(try ceilingBrief(isShort: isShort, state))
        isTold = try driftsIntoEquity()
      }
    }
    if state == GoalBalance.State.drifted.rawValue, !isTold { briefs.append(try driftBrief()) }
    return briefs
  }

  private func ceilingBrief(isShort: Bool, _ state: String) throws(CoachError) -> ArtifactBrief {
    let intoEquity = try driftsIntoEquity()
    let isDrift = intoEquity && state == GoalBalance.State.drifted.rawValue
    var lever = isDrift ? try self.lever() : .target
    // With the date near, less risk comes before a smaller bill.
    if isShort, lever == .wait { lever = .sale }
    return try brief(
      "ceiling", state: "above", severity: isShort ? .action : .attention, lever: lever,
      cited: ["equity_weight", "equity_ceiling"] + Self.cited(lever),
      offered: ["ceiling.horizon", "target.equity"] + Self.offered(lever))
  }

  private func driftBrief() throws(CoachError) -> ArtifactBrief {
    let assetClass = try facts.requiredState("drift.class")
    let lever = try self.lever()
    let isWide = try facts.requiredNumber("drift.largest") > facts.requiredNumber("drift.band")
    return try brief(
      "allocation", state: "drifted", severity: .attention, lever: lever,
      cited: ["weight.\(assetClass)", "target.\(assetClass)"] + Self.cited(lever),
      // A drift within the absolute band is one of a small target; the band would then read as a contradiction.
      offered: ["drift.largest"] + (isWide ? ["drift.band"] : [])
        + (assetClass == AssetClass.equity.rawValue ? ["equity_ceiling"] : []) + Self.offered(lever))
  }

  private func driftsIntoEquity() throws(CoachError) -> Bool {
    guard facts.has("drift.class", "drift.direction") else { return false }
    let (assetClass, direction) = (
      try facts.requiredState("drift.class"), try facts.requiredState("drift.direction")
    )
    return assetClass == AssetClass.equity.rawValue && direction == "over"
  }

  /// The cheapest way back that suits.
  private func lever() throws(CoachError) -> Lever {
    let ceiling = try facts.requiredState("ceiling.state")
    if ceiling == EquityCeiling.State.unknown.rawValue { return .profile }
    let buysEquity = try facts.state("redirect.class") == AssetClass.equity.rawValue
    let sellsEquity = try facts.state("sale.class") == AssetClass.equity.rawValue
    // Above its ceiling equity gets no more money, whichever way.
    let mayRedirect = !(buysEquity && ceiling == EquityCeiling.State.above.rawValue)
    let maySell = sellsEquity || ceiling == EquityCeiling.State.within.rawValue
    if mayRedirect, facts.has("redirect.amount", "redirect.class", "redirect.months") { return .redirect }
    if maySell, facts.has("sale.amount", "sale.tax", "sale.exit_load") {
      return facts.has("sale.wait_until", "sale.tax.later", "sale.exit_load.later") ? .wait : .sale
    }
    return mayRedirect && facts.has("redirect.amount", "redirect.class", "redirect.drift") ? .lean : .none
  }

  private static func cited(_ lever: Lever) -> [String] {
    switch lever {
    case .redirect: ["redirect.amount", "redirect.months"]
    case .lean: ["redirect.amount", "redirect.drift"]
    case .sale: ["sale.amount", "sale.tax", "sale.exit_load"]
    case .wait:
      [
        "sale.amount", "sale.tax", "sale.exit_load", "sale.wait_until", "sale.tax.later",
        "sale.exit_load.later",
      ]
    case .target, .profile, .none: []
    }
  }

  private static func offered(_ lever: Lever) -> [String] {
    switch lever {
    case .redirect: ["redirect.class", "sale.tax", "sale.exit_load"]
    case .lean: ["redirect.class", "redirect.outlook"]
    case .sale, .wait, .target, .profile, .none: []
    }
  }

  private func brief(
    _ topic: String, state: String, severity: Insight.Severity, lever: Lever, cited: [String],
    offered: [String]
  ) throws(CoachError) -> ArtifactBrief {
    let offered = (cited + offered).compactMap(facts.fact)
    return ArtifactBrief(
      agent: AgentName.allocation, scope: .allocation, scopeRef: goal.id,
      topicKey: "goal:\(goal.id):\(topic):\(state)", severity: severity, state: state, lever: lever.rawValue,
      subjectKind: goal.kind, facts: try FactSet(offered), mustCite: cited.map(facts.id), assumptions: [],
      caveats: AllocationFacts.caveats(of: offered), disclaimers: policy.disclaimers, asOf: given.asOf,
      language: given.user.language, limits: try limits(offered))
  }

  private func limits(_ offered: [Fact]) throws(CoachError) -> AdviceLimits {
    var forbidden: Set<AdviceLimits.Limit> = [.taxDeduction]
    let ceiling = try facts.requiredState("ceiling.state")
    if ceiling != EquityCeiling.State.within.rawValue { forbidden.insert(.moreEquity) }
    if ceiling == EquityCeiling.State.unknown.rawValue { forbidden.insert(.rebalance) }
    let holdings = (facts.fact("allocation.state")?.rows ?? []).filter { $0.table == "holding" }.map(\.id)
    if facts.takesNoNewMoney(holdings) { forbidden.insert(.newMoney) }
    let ids = Set(offered.map(\.id))
    if !ids.isSuperset(of: [facts.id("sale.tax"), facts.id("sale.exit_load")]) { forbidden.insert(.sale) }
    return AdviceLimits(forbidden)
  }
}
