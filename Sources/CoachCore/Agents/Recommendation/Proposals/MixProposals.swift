import Finance
import JSONKit

/// The steps that could bring a goal's money back to its mix: new money first, a sale only where that does not do.
struct MixProposals {
  let situation: AdviceSituation
  let goal: GoalSituation

  private let weights: [(name: String, over: Double)]

  init(situation: AdviceSituation, goal: GoalSituation) throws(CoachError) {
    self.situation = situation
    self.goal = goal
    var weights: [(name: String, over: Double)] = []
    for name in AssetClass.allCases.map(\.rawValue) {
      guard let weight = try situation.facts.number(goal.fact("weight.\(name)")),
        let target = try situation.facts.number(goal.fact("target.\(name)"))
      else { continue }
      weights.append((name, weight - target))
    }
    self.weights = weights
  }

  /// Redirect, then rebalance; none for a goal whose mix is in its band and under its ceiling.
  ///
  /// With the date near, too much equity and new money that does not mend it in time, less risk comes before a
  /// smaller bill.
  func inOrder() throws(CoachError) -> [Proposal] {
    let drifted = try situation.facts.text(goal.fact("allocation.state")) == "drifted"
    guard drifted || goal.ceiling == .above else { return [] }
    let steps = [try redirect(), try rebalance()].compactMap { $0 }
    return sellsFirst ? steps.reversed() : steps
  }

  private var sellsFirst: Bool {
    goal.ceiling == .above && goal.horizon > 0 && Double(goal.horizon) < GoalAllocation.shortHorizon
      && !situation.facts.has(goal.fact("redirect.months"))
  }

  private func redirect() throws(CoachError) -> Proposal? {
    guard let under = try situation.facts.text(goal.fact("redirect.class")),
      situation.facts.has(goal.fact("redirect.amount"))
    else { return nil }
    let into = goal.holdings.first { $0.assetClass == under && $0.isOpen }
    var params: JSONObject = [
      "goal": .string(goal.id), "class": .string(under), "amount_fact": .string(goal.fact("redirect.amount")),
    ]
    if let into { params["holding"] = .string(into.id) }
    if !goal.sips.isEmpty { params["sips"] = .array(goal.sips.map { .string($0) }) }
    return Proposal(
      kind: .redirectNewSIP, subject: .goal(goal.id), priority: goal.ceiling == .above ? 2 : 3, lever: under,
      params: params,
      effect: .init(
        beforeFact: goal.fact("drift.largest"), afterFact: goal.fact("redirect.drift")),
      improvement: .falls,
      moves: .init(newMoneyInto: into.map { [$0] } ?? [], addsEquity: under == "equity", changesMix: true),
      cites: [goal.fact("redirect.amount")],
      offers: [goal.fact("redirect.outlook"), goal.fact("redirect.months")])
  }

  private func rebalance() throws(CoachError) -> Proposal? {
    guard situation.facts.has(goal.fact("sale.amount")),
      let over = weights.max(by: { $0.over < $1.over }), over.over > 0
    else { return nil }
    let waits = ["sale.wait_until", "sale.tax.later", "sale.exit_load.later"].map(goal.fact)
    let isLater = waits.allSatisfy(situation.facts.has)
    var params: JSONObject = [
      "goal": .string(goal.id), "from_class": .string(over.name),
      "amount_fact": .string(goal.fact("sale.amount")),
    ]
    if isLater { params["wait_until_fact"] = .string(waits[0]) }
    let today = ["sale.tax", "sale.exit_load"].map(goal.fact)
    return Proposal(
      kind: .rebalance, subject: .goal(goal.id), priority: goal.ceiling == .above ? 2 : 4,
      lever: isLater ? "\(over.name)_later" : over.name, params: params,
      effect: .init(
        beforeFact: goal.fact("drift.largest"), afterFact: goal.fact("sale.drift")),
      improvement: .falls,
      cost: isLater
        ? .init(taxFact: waits[1], exitLoadFact: waits[2])
        : .init(taxFact: today[0], exitLoadFact: today[1]),
      reversible: false,
      moves: .init(
        addsEquity: weights.contains { $0.name == "equity" && $0.over < 0 }, changesMix: true, sells: true),
      cites: [goal.fact("sale.amount")] + today + (isLater ? waits : []))
  }
}
