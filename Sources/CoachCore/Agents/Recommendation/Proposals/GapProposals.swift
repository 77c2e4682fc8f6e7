import Finance
import JSONKit

/// The steps that could close a goal's gap, the one to be preferred first.
struct GapProposals {
  let situation: AdviceSituation
  let goal: GoalSituation

  /// Steps for a goal whose plan falls short; none for any other.
  ///
  /// A small yearly rise is asked for before a raise at once, a raise before a later date, and that before a smaller
  /// target. Where a SIP runs and not even the highest return that may be assumed would do, the date and the target come
  /// before the raise: they change what is needed instead of asking much more for the same.
  var inOrder: [Proposal] {
    guard goal.isShort else { return [] }
    if goal.band == .matured { return [laterDate, lowerTarget] }
    let stepUp = hasSmallStepUp ? [self.stepUp] : []
    let easesFirst = goal.needsMoreThanCap && goal.monthlySIP > 0
    return stepUp + (easesFirst ? easing + [raise] : [raise] + easing)
  }

  private var hasSmallStepUp: Bool {
    goal.requiredStepUp.map { $0 <= situation.rules.highestStepUp } ?? false
  }

  /// A later date, then a smaller target; the other way round when only the target closes the gap.
  private var easing: [Proposal] {
    let dateCloses = closes(.extendHorizon) || !closes(.lowerTarget)
    return dateCloses ? [laterDate, lowerTarget] : [lowerTarget, laterDate]
  }

  private func closes(_ kind: Recommendation.Kind) -> Bool {
    let ratio = situation.facts.facts[after(kind, "funded_ratio")]?.value.double
    return ratio.map { $0 >= 1 } ?? false
  }

  private func after(_ kind: Recommendation.Kind, _ name: String) -> String {
    goal.fact("after.\(kind.rawValue).\(name)")
  }

  private var priority: Int {
    switch goal.band {
    case .atRisk: 2
    case .behind, .matured: 3
    case .close, .onTrack: 4
    }
  }

  // MARK: The steps

  private var raise: Proposal {
    let into = destination
    var params: JSONObject = [
      "goal": .string(goal.id), "amount_fact": .string(goal.fact("required_sip.rounded")),
    ]
    if let into, into.isOpen { params["holding"] = .string(into.id) }
    return proposal(
      .increaseSIP, lever: goal.monthlySIP > 0 ? (goal.needsMoreThanCap ? "sip_far" : "sip") : "sip_start",
      params: params,
      moves: .init(newMoneyInto: into.map { [$0] } ?? [], addsEquity: into?.mayBeEquity ?? true),
      cites: ["required_sip.rounded"],
      offers: ["monthly_sip", "assumed_return"])
  }

  private var stepUp: Proposal {
    var params: JSONObject = [
      "goal": .string(goal.id), "rate_fact": .string(after(.startStepUp, "step_up")),
    ]
    if !goal.sips.isEmpty { params["sips"] = .array(goal.sips.map { .string($0) }) }
    let into = goal.sipHoldings
    return proposal(
      .startStepUp, lever: "step_up", params: params,
      moves: .init(newMoneyInto: into, addsEquity: into.isEmpty || into.contains(where: \.mayBeEquity)),
      cites: ["after.start_step_up.step_up", "monthly_sip"], offers: ["assumed_return"])
  }

  private var laterDate: Proposal {
    proposal(
      .extendHorizon, lever: goal.band == .matured ? "horizon_matured" : "horizon",
      params: [
        "goal": .string(goal.id), "months_fact": .string(after(.extendHorizon, "extension")),
        "date_fact": .string(after(.extendHorizon, "target_date")),
      ],
      moves: .init(), cites: ["target_date", "after.extend_horizon.target_date"],
      offers: ["after.extend_horizon.extension", "assumed_return"])
  }

  private var lowerTarget: Proposal {
    proposal(
      .lowerTarget, lever: "target",
      params: ["goal": .string(goal.id), "target_fact": .string(after(.lowerTarget, "target_today"))],
      moves: .init(), cites: ["target_today", "after.lower_target.target_today"], offers: ["assumed_return"])
  }

  private func proposal(
    _ kind: Recommendation.Kind, lever: String, params: JSONObject, moves: Proposal.Moves, cites: [String],
    offers: [String]
  ) -> Proposal {
    Proposal(
      kind: kind, subject: .goal(goal.id), priority: priority, lever: lever, params: params,
      effect: .init(beforeFact: goal.fact("funded_ratio"), afterFact: after(kind, "funded_ratio")),
      improvement: .rises, moves: moves, cites: cites.map(goal.fact), offers: offers.map(goal.fact))
  }

  /// Where more money would go: an open holding the goal's SIPs or shares know, one without more risk where more is
  /// not allowed; a closed one only for want of any other, so that suitability can refuse it.
  private var destination: HoldingSituation? {
    let known = goal.holdings
    let open = known.filter(\.isOpen)
    let mayAddEquity = situation.isProfileKnown && (goal.ceiling ?? .within) == .within
    let calm = open.first { !$0.mayBeEquity }
    return (mayAddEquity ? open.first : calm ?? open.first) ?? known.first
  }
}
