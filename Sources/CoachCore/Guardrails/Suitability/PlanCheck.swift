import JSONKit

/// Holds what code decided about a recommendation against the limits of the investor and the facts on offer.
///
/// A plan is made by code, and a rail trusts code no more than prose: a plan that slipped past its own rules must not
/// be published.
struct PlanCheck {
  let plan: RecommendationPlan
  let brief: ArtifactBrief

  /// At most three steps (domain rules §3).
  static let mostActions = 3

  private static let closed: Set<String> = ["closed_to_new", "merged", "wound_up"]

  func findings() -> [GuardrailVerdict.Finding] {
    order() + kinds() + plan.actions.enumerated().flatMap { facts($0.element, at: $0.offset) }
  }

  private func order() -> [GuardrailVerdict.Finding] {
    var findings: [GuardrailVerdict.Finding] = []
    if plan.actions.count > Self.mostActions {
      findings.append(
        finding(
          "too_many_actions", "/actions", "\(plan.actions.count) steps; there are at most \(Self.mostActions)"
        ))
    }
    let reversible = plan.actions.map(\.reversible)
    if zip(reversible, reversible.dropFirst()).contains(where: { !$0 && $1 }) {
      findings.append(
        finding("irreversible_first", "/actions", "a step that cannot be undone stands before one that can"))
    }
    return findings
  }

  private func kinds() -> [GuardrailVerdict.Finding] {
    var findings: [GuardrailVerdict.Finding] = []
    let steps = plan.actions.enumerated().map {
      (type: $0.element.type, pointer: "/actions/\($0.offset)/type")
    }
    for (type, pointer) in [(plan.kind, "/kind")] + steps
    where type == .rebalance && brief.limits.forbids(.rebalance) {
      findings.append(finding("rebalance", pointer, SuitabilityConcern.rebalance.remedy))
    }
    for (index, action) in plan.actions.enumerated() {
      let pointer = "/actions/\(index)/params"
      if brief.limits.forbids(.moreEquity), buysEquity(action) {
        findings.append(finding("more_equity", pointer, SuitabilityConcern.moreEquity.remedy))
      }
      if feedsClosedScheme(action) {
        findings.append(finding("new_money", pointer, SuitabilityConcern.newMoney.remedy))
      }
    }
    return findings
  }

  private func buysEquity(_ action: Recommendation.Action) -> Bool {
    guard action.type == .redirectNewSIP || action.type == .increaseSIP || action.type == .rebalance else {
      return false
    }
    return ["class", "to_class", "asset_class"].contains { action.params[$0]?.string == "equity" }
  }

  /// Whether a step puts new money into a scheme that takes none, or may: where the limit is set, a larger SIP has to
  /// name a holding that is open.
  private func feedsClosedScheme(_ action: Recommendation.Action) -> Bool {
    guard [.increaseSIP, .startStepUp, .redirectNewSIP].contains(action.type) else { return false }
    let statuses = targets(action).map { brief.facts["holding.\($0).status"]?.value.text }
    if statuses.contains(where: { $0.map(Self.closed.contains) ?? false }) { return true }
    guard brief.limits.forbids(.newMoney), action.type != .redirectNewSIP else { return false }
    return statuses.isEmpty || statuses.contains(nil)
  }

  /// The holdings a step puts money into, by its parameters; that of a SIP is known from its fact.
  private func targets(_ action: Recommendation.Action) -> [String] {
    let holdings = ["holding", "to_holding", "into"].compactMap { action.params[$0]?.string }
    let sips = ["sip", "to_sip"].compactMap { action.params[$0]?.string }.map {
      brief.facts["sip.\($0).holding"]?.value.text ?? $0
    }
    return holdings + sips
  }

  // MARK: Facts

  private func facts(_ action: Recommendation.Action, at index: Int) -> [GuardrailVerdict.Finding] {
    let pointer = "/actions/\(index)"
    var named = [
      ("\(pointer)/effect/before_fact", action.effect.beforeFact),
      ("\(pointer)/effect/after_fact", action.effect.afterFact),
    ]
    if let tax = action.cost.taxFact { named.append(("\(pointer)/cost/tax_fact", tax)) }
    if let load = action.cost.exitLoadFact { named.append(("\(pointer)/cost/exit_load_fact", load)) }
    var findings = named.filter { brief.facts[$0.1] == nil }.map {
      GuardrailVerdict.Finding(
        code: "unknown_action_fact", field: $0.0, whole: $0.1, detail: "no fact of this id was offered")
    }
    let isCosted = action.cost.taxFact != nil && action.cost.exitLoadFact != nil
    if action.type == .rebalance, !isCosted || brief.limits.forbids(.sale) {
      findings.append(
        finding("sale_without_cost", "\(pointer)/cost", SuitabilityConcern.saleWithoutCost.remedy))
    }
    return findings
  }

  private func finding(_ code: String, _ field: String, _ detail: String) -> GuardrailVerdict.Finding {
    .init(code: code, field: field, whole: "", detail: "the plan \(detail)")
  }
}
