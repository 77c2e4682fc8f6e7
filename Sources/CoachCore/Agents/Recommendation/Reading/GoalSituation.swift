import Finance

/// What the facts tell of a goal, its SIPs and its holdings.
struct GoalSituation {
  /// The run-local id, for example `g2`.
  let id: String
  /// The kind, for example `education`.
  let kind: String
  /// 1 for the most important to 5.
  let priority: Int
  let band: GoalBand
  /// Whole months to the date; 0 or less once it has come.
  let horizon: Int
  let fundedRatio: Double?
  /// Rupees missing on the date.
  let shortfall: Double
  let monthlySIP: Double
  /// The yearly rise of today's SIP that reaches the target, when one does.
  let requiredStepUp: Double?
  /// Whether no return that may be assumed would reach the target with today's SIP.
  let needsMoreThanCap: Bool
  let isDateFlexible: Bool
  let isAmountFlexible: Bool
  /// Where the equity share stands; nil when no fact says.
  let ceiling: Ceiling?
  /// Where the active SIPs of the goal flow; empty when no fact says.
  let sipHoldings: [HoldingSituation]
  /// The active SIPs.
  let sips: [String]
  /// Every holding the goal counts on.
  let holdings: [HoldingSituation]

  /// The equity share of a goal beside the ceiling for profile and horizon.
  enum Ceiling: String {
    case within, above, unknown
  }

  /// Whether the plan falls short of the target.
  var isShort: Bool { band == .matured ? shortfall > 0 : band != .onTrack }

  func fact(_ name: String) -> String { "goal.\(id).\(name)" }

  /// - Returns: nil when no fact says where the goal stands, so that nothing can be weighed.
  init?(_ goal: GivenFacts.Goal, _ facts: AdviceFacts) throws(CoachError) {
    let prefix = "goal.\(goal.id)."
    guard let band = try facts.text(prefix + "band") else { return nil }
    guard let known = GoalBand(rawValue: band) else {
      throw CoachError(.invalidFacts, "fact \(prefix)band is \"\(band)\", which is no state of a goal")
    }
    id = goal.id
    kind = goal.kind
    self.band = known
    // A goal nobody has ranked counts as one in the middle.
    priority = min(max(try facts.whole(prefix + "priority") ?? 3, 1), 5)
    horizon = try facts.whole(prefix + "horizon") ?? 0
    fundedRatio = try facts.number(prefix + "funded_ratio")
    shortfall = try facts.number(prefix + "shortfall") ?? 0
    monthlySIP = try facts.number(prefix + "monthly_sip") ?? 0
    requiredStepUp =
      try facts.text(prefix + "required_step_up.status") == "ok"
      ? try facts.number(prefix + "required_step_up") : nil
    let returnStatus = try facts.text(prefix + "required_return.status")
    needsMoreThanCap = returnStatus == "above_cap" || returnStatus == "unreachable"
    isDateFlexible = try facts.text(prefix + "flexible_date") == "yes"
    isAmountFlexible = try facts.text(prefix + "flexible_amount") == "yes"
    ceiling = try facts.text(prefix + "ceiling.state").map { Ceiling(rawValue: $0) ?? .unknown }
    let plans = try Self.activeSIPs(of: goal.id, facts)
    sips = plans.map(\.sip)
    let rows = facts.facts[prefix + "current_value"]?.rows.filter { $0.table == "holding" }.map(\.id) ?? []
    var sipHoldings: [HoldingSituation] = []
    var holdings: [HoldingSituation] = []
    for id in Self.unique(plans.map(\.holding)) { sipHoldings.append(try HoldingSituation(id, facts)) }
    for id in Self.unique(plans.map(\.holding) + rows) { holdings.append(try HoldingSituation(id, facts)) }
    self.sipHoldings = sipHoldings
    self.holdings = holdings
  }

  private static func activeSIPs(
    of goal: String, _ facts: AdviceFacts
  ) throws(CoachError) -> [(sip: String, holding: String)] {
    var found: [(sip: String, holding: String)] = []
    for sip in facts.facts.refs(in: "sip") {
      guard try facts.text("sip.\(sip).goal") == goal, try facts.text("sip.\(sip).status") == "active",
        let holding = try facts.text("sip.\(sip).holding")
      else { continue }
      found.append((sip, holding))
    }
    return found
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
