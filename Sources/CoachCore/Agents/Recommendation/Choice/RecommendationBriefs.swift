import Finance
import JSONKit

/// Turns decisions into briefs: what is offered to prose, what it must cite, what it may not say.
struct RecommendationBriefs {
  let situation: AdviceSituation
  let disclaimers: [Insight.Disclaimer]

  func brief(_ decision: AdviceDecision) throws(CoachError) -> ArtifactBrief {
    let proposal = decision.proposal
    let action = Recommendation.Action(
      type: proposal.kind, params: proposal.params, effect: proposal.effect, cost: proposal.cost,
      reversible: proposal.reversible)
    let plan = plan(
      proposal.kind, priority: proposal.priority, actions: [action], goal: proposal.goal,
      passed: decision.passed, blocked: decision.blocked)
    let effect = [proposal.effect.beforeFact, proposal.effect.afterFact]
    return try brief(
      plan, subject: proposal.subject, lever: proposal.lever, cites: unique(effect + proposal.cites),
      offers: proposal.offers, limits: AdviceLimits.of(proposal, in: situation))
  }

  /// The brief that says why nothing is proposed; nil when there is no fact to say it with.
  func noAction(blocked: [SuitabilityRule]) throws(CoachError) -> ArtifactBrief? {
    guard let (reason, goal) = NoAction(situation: situation, blocked: blocked).finding else { return nil }
    let plan = plan(
      .noAction, priority: 5, actions: [], goal: goal?.id, passed: [], blocked: blocked)
    let cites = goal.map { [$0.fact("funded_ratio")] } ?? ["portfolio.value"]
    return try brief(
      plan, subject: goal.map { .goal($0.id) } ?? .portfolio, lever: reason.rawValue, cites: cites,
      offers: [],
      limits: AdviceLimits.of(goal, in: situation))
  }

  private func plan(
    _ kind: Recommendation.Kind, priority: Int, actions: [Recommendation.Action], goal: String?,
    passed: [SuitabilityRule], blocked: [SuitabilityRule]
  ) -> RecommendationPlan {
    let profile = situation.isProfileKnown ? situation.profile : RiskProfile.unknown.rawValue
    let lapses = situation.asOf.adding(days: situation.rules.lifetimeDays)
    return RecommendationPlan(
      kind: kind, priority: priority, actions: actions,
      suitability: .init(
        profile: profile, horizonMonths: max(0, goal.flatMap(situation.goal)?.horizon ?? 0),
        rulesPassed: passed.map(\.rawValue), rulesBlocked: blocked.map(\.rawValue)),
      // The first moment of that day in India.
      expiresAt: "\(lapses)T00:00:00+05:30")
  }

  private func brief(
    _ plan: RecommendationPlan, subject: Proposal.Subject, lever: String, cites: [String], offers: [String],
    limits: AdviceLimits
  ) throws(CoachError) -> ArtifactBrief {
    let place = place(of: subject)
    let facts = try FactSet(dated(unique(cites + offers).compactMap { situation.facts.facts[$0] }, subject))
    return ArtifactBrief(
      agent: AgentName.recommendation, scope: place.scope, scopeRef: place.ref,
      topicKey: "\(place.topic):advice:\(plan.kind.rawValue)", severity: severity(plan.priority),
      state: plan.kind.rawValue, lever: lever, subjectKind: place.kind, facts: facts, mustCite: cites,
      assumptions: [], caveats: caveats(subject, facts), disclaimers: disclaimers, asOf: situation.asOf,
      language: situation.language, form: .recommendation(plan), limits: limits)
  }

  /// With the date of the price where a figure rests on an old one, since a recommendation has to tell it.
  private func dated(_ offered: [Fact], _ subject: Proposal.Subject) -> [Fact] {
    guard offered.contains(where: { $0.quality == .stale }) else { return offered }
    let owner = if case .holding(let id) = subject { "holding.\(id)" } else { "portfolio" }
    return offered + [situation.facts.facts["\(owner).nav_date"]].compactMap { $0 }
  }

  /// A holding's advice is the portfolio's topic, since there is one of its kind at most.
  private func place(
    of subject: Proposal.Subject
  ) -> (scope: Insight.Scope, ref: String?, topic: String, kind: String) {
    switch subject {
    case .goal(let id): (.goal, id, "goal:\(id)", situation.goal(id)?.kind ?? "custom")
    case .holding(let id): (.scheme, id, "portfolio", "holding")
    case .portfolio: (.portfolio, nil, "portfolio", "portfolio")
    }
  }

  private func severity(_ priority: Int) -> Insight.Severity {
    switch priority {
    case ...2: .action
    case 3: .attention
    default: .info
    }
  }

  /// What the reader must know of the figures, also of the value a projection starts from.
  private func caveats(_ subject: Proposal.Subject, _ offered: FactSet) -> [Insight.Caveat] {
    var facts = offered.facts
    if case .goal(let id) = subject, let value = situation.facts.facts["goal.\(id).current_value"] {
      facts.append(value)
    }
    let carried = facts.flatMap { $0.params["caveats"]?.array ?? [] }
      .compactMap { $0.string.flatMap(Insight.Caveat.init(rawValue:)) }
    let known: [Insight.Caveat] =
      (facts.contains { $0.quality == .stale } ? [.staleNAV] : [])
      + (facts.contains { $0.quality == .estimate } ? [.estimate] : []) + carried
    return Insight.Caveat.allCases.filter(known.contains)
  }

  private func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
