import JSONKit

/// The steps that concern the whole portfolio, or one holding of it.
struct PortfolioProposals {
  let situation: AdviceSituation

  /// The reserve, the holding most in need of a look, and funds that are alike.
  func all() throws(CoachError) -> [Proposal] {
    [try emergencyFund(), review, try overlap()].compactMap { $0 }
  }

  /// A reserve comes before every goal (domain rules §3).
  private func emergencyFund() throws(CoachError) -> Proposal? {
    let prefix = "portfolio.emergency."
    guard try situation.facts.text(prefix + "state") == "short" else { return nil }
    var params: JSONObject = [
      "target_fact": .string(prefix + "target"), "shortfall_fact": .string(prefix + "shortfall"),
    ]
    if let goal = situation.goals.first(where: { $0.kind == "emergency" }) {
      params["goal"] = .string(goal.id)
    }
    return Proposal(
      kind: .buildEmergencyFund, subject: .portfolio, priority: 1, lever: "reserve", params: params,
      effect: .init(beforeFact: prefix + "value", afterFact: prefix + "target"), improvement: .rises,
      cites: [prefix + "shortfall"], offers: [prefix + "months"])
  }

  /// One holding at most: one that takes no new money before a regular plan, and the largest of its sort.
  private var review: Proposal? {
    let held = situation.holdings.filter { ($0.value ?? 1) > 0 }
    for status in ["wound_up", "merged", "closed_to_new"] {
      let candidates = held.filter { $0.status == status }
      if let holding = largest(candidates, by: \.value) { return review(holding, because: status) }
    }
    let regular = held.filter { $0.plan == "regular" && $0.expenseDrag ?? 0 > 0 }
    return largest(regular, by: \.expenseDrag).map { review($0, because: "regular_plan") }
  }

  private func largest(
    _ holdings: [HoldingSituation], by size: (HoldingSituation) -> Double?
  ) -> HoldingSituation? {
    var best: HoldingSituation?
    for holding in holdings where best.map({ size(holding) ?? 0 > size($0) ?? 0 }) ?? true { best = holding }
    return best
  }

  private func review(_ holding: HoldingSituation, because reason: String) -> Proposal {
    func id(_ name: String) -> String { "holding.\(holding.id).\(name)" }
    let isCosts = reason == "regular_plan"
    let atStake = situation.facts.has(id("value")) ? id("value") : id("status")
    let takesSIP = situation.goals.contains { $0.sipHoldings.contains(holding) }
    return Proposal(
      kind: .reviewScheme, subject: .holding(holding.id),
      priority: isCosts ? 4 : (takesSIP ? 2 : 3), lever: reason,
      params: ["holding": .string(holding.id), "reason": .string(reason)],
      effect: isCosts
        ? .init(beforeFact: id("ter"), afterFact: id("direct_ter"))
        : .init(beforeFact: atStake, afterFact: atStake),
      improvement: isCosts ? .falls : .stays, cites: isCosts ? [id("expense_drag")] : [])
  }

  private func overlap() throws(CoachError) -> Proposal? {
    guard try situation.facts.text("portfolio.overlap.state") == "high",
      let pair = try situation.facts.text("portfolio.overlap.pair")
    else { return nil }
    let holdings = pair.split(separator: "_").map { JSONValue.string(String($0)) }
    return Proposal(
      kind: .consolidateOverlap, subject: .portfolio, priority: 5, lever: "overlap",
      params: ["holdings": .array(holdings), "overlap_fact": "portfolio.overlap.largest"],
      effect: .init(
        beforeFact: "portfolio.overlap.largest", afterFact: "portfolio.after.consolidate_overlap.overlap"),
      improvement: .falls, cites: [])
  }
}
