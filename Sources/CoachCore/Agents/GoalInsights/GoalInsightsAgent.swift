import Finance
import JSONKit

/// Decides what there is to say of each goal: its state, how much it matters and the one lever that would help most.
///
/// It reads facts and nothing else, so that it decides the same whether they come from tools or are given to it.
struct GoalInsightsAgent: WritingAgent {
  /// A required yearly step-up up to this is the lever to name; beyond it a raise of the SIP is asked for at once.
  static let highestStepUp = 0.15

  let policy: AgentPolicy

  var name: String { AgentName.goalInsights }

  /// The projections of all goals first, then the simulations, which take longer.
  func tools(for reading: SnapshotReading, facts: FactSet) -> [any CoachTool] {
    let projections = reading.goals.map {
      GoalMath(goal: $0, inputs: reading.inputs, policy: reading.policy)
    }
    let simulations = reading.goals.map {
      GoalSimulation(
        goal: $0, inputs: reading.inputs, policy: reading.policy, method: reading.simulation)
    }
    return projections as [any CoachTool] + simulations
  }

  /// One brief a goal, in the order of the goals.
  ///
  /// - Throws: `CoachError` with code `missing_fact` naming the fact a goal lacks.
  func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief] {
    var briefs: [ArtifactBrief] = []
    for goal in given.goals {
      briefs.append(try brief(goal, given))
    }
    return briefs
  }

  private func brief(_ goal: GivenFacts.Goal, _ given: GivenFacts) throws(CoachError) -> ArtifactBrief {
    let facts = GoalFacts(goal: goal.id, facts: given.facts)
    let state = try facts.text("band")
    let lever = try lever(state, facts)
    return ArtifactBrief(
      agent: AgentName.goalInsights, scope: .goal, scopeRef: goal.id,
      topicKey: "goal:\(goal.id):gap:\(state)",
      severity: severity(state), state: state, lever: lever, subjectKind: goal.kind,
      facts: try FactSet(try offered(state, facts)), mustCite: mustCite(state, lever).map(facts.id),
      assumptions: try assumptions(state, facts, given.user.language), caveats: try caveats(state, facts),
      disclaimers: policy.disclaimers,
      asOf: given.asOf, language: given.user.language)
  }

  /// How much a state matters: being at risk asks for action, being behind for attention; the rest informs.
  ///
  /// A goal whose date has come with less than its target set aside asks for attention, since no instalment can mend it.
  private func severity(_ state: String) -> Insight.Severity {
    switch state {
    case "at_risk": .action
    case "behind", "matured": .attention
    default: .info
    }
  }

  /// Step-up if the required one is small enough, else the SIP, else the horizon; nothing for a goal on track.
  private func lever(_ state: String, _ facts: GoalFacts) throws(CoachError) -> String {
    if state == GoalBand.onTrack.rawValue { return "none" }
    if state == GoalBand.matured.rawValue { return "horizon" }
    if try facts.text("required_step_up.status") == "ok",
      try facts.number("required_step_up") <= Self.highestStepUp
    {
      return "step_up"
    }
    return "sip"
  }

  /// What prose may cite: never the signed gap, never a figure that is zero by definition of the state.
  private func offered(_ state: String, _ facts: GoalFacts) throws(CoachError) -> [Fact] {
    let names =
      switch state {
      case "matured":
        ["target_date", "target_today", "current_value", "shortfall", "surplus"]
      default:
        [
          "target_date", "target_today", "current_value", "assumed_return", "inflation", "target_future",
          "horizon",
          "monthly_sip", "projected", "funded_ratio", "required_sip.rounded", "required_step_up",
          "months_to_goal",
          state == GoalBand.onTrack.rawValue ? "surplus" : "shortfall",
        ]
      }
    return names.compactMap(facts.fact) + simulated(facts)
  }

  /// The probability with the number of its paths, without which it may not be told.
  ///
  /// Not when it would read as none or all of the paths: to whole percent that is a certainty, which no simulation shows.
  private func simulated(_ facts: GoalFacts) -> [Fact] {
    guard let probability = facts.fact("probability"), let paths = facts.fact("probability.paths"),
      let share = probability.value.double, (0.005..<0.995).contains(share)
    else { return [] }
    return [probability, paths]
  }

  private func mustCite(_ state: String, _ lever: String) -> [String] {
    switch (state, lever) {
    case ("matured", _): ["current_value", "target_today"]
    case ("on_track", _): ["assumed_return", "projected", "target_future"]
    case (_, "step_up"): ["assumed_return", "projected", "target_future", "shortfall", "required_step_up"]
    default: ["assumed_return", "projected", "target_future", "shortfall", "required_sip.rounded"]
    }
  }

  private func assumptions(
    _ state: String, _ facts: GoalFacts, _ language: String
  ) throws(CoachError) -> [Insight.Assumption] {
    if state == GoalBand.matured.rawValue { return [] }
    var assumptions: [Insight.Assumption] = []
    for name in ["assumed_return", "inflation", "params"] {
      let fact = try facts.required(name)
      let key = name == "params" ? "rate_convention" : name
      assumptions.append(.init(key: key, value: fact.display.text(in: language), factID: fact.id))
    }
    return assumptions
  }

  private func caveats(_ state: String, _ facts: GoalFacts) throws(CoachError) -> [Insight.Caveat] {
    let value = try facts.required("current_value")
    var caveats: [Insight.Caveat] = []
    if value.quality == .stale { caveats.append(.staleNAV) }
    if state != GoalBand.matured.rawValue { caveats.append(.estimate) }
    let carried = value.params["caveats"]?.array?.compactMap {
      $0.string.flatMap(Insight.Caveat.init(rawValue:))
    }
    return caveats + (carried ?? [])
  }
}
