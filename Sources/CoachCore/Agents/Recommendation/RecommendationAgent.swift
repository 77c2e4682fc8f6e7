import Finance

/// Decides what is proposed, at most three things, each with its effect computed by the same tools as the figures
/// before it.
///
/// Proposals are made from facts, held against the rules of suitability, and chosen by how pressing they are; when
/// none is left it says so and why.
struct RecommendationAgent: WritingAgent {
  let policy: AgentPolicy

  var name: String { AgentName.recommendation }

  /// The effects worth computing: of the steps a goal that falls short allows, and of funds that are alike.
  func tools(for reading: SnapshotReading, facts: FactSet) throws -> [any CoachTool] {
    let known = AdviceFacts(facts: facts)
    var tools: [any CoachTool] = []
    for goal in reading.goals {
      let seen = GivenFacts.Goal(id: goal.id, kind: goal.kind.rawValue)
      guard let situation = try GoalSituation(seen, known) else { continue }
      tools += steps(situation).map {
        ActionEffect(step: $0, goal: goal, inputs: reading.inputs, policy: reading.policy)
      }
    }
    if try known.text("portfolio.overlap.state") == "high",
      let overlap = OverlapEffect(facts, asOf: reading.snapshot.asOf)
    {
      tools.append(overlap)
    }
    return tools
  }

  /// At most as many briefs as the policy allows, the most pressing first.
  ///
  /// - Throws: `CoachError` with code `invalid_facts` naming a fact of another type than its id promises.
  func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief] {
    let situation = try AdviceSituation(given, rules: policy.advice)
    let outcome = try AdviceChoice(situation: situation).outcome()
    let writer = RecommendationBriefs(situation: situation, disclaimers: policy.disclaimers)
    var briefs: [ArtifactBrief] = []
    for decision in outcome.decisions { briefs.append(try writer.brief(decision)) }
    if briefs.isEmpty, let nothing = try writer.noAction(blocked: outcome.blocked) { briefs.append(nothing) }
    return briefs
  }

  private func steps(_ goal: GoalSituation) -> [ActionEffect.Step] {
    guard goal.isShort else { return [] }
    let saving: [ActionEffect.Step] =
      goal.band == .matured ? [] : [.increaseSIP] + (hasSmallStepUp(goal) ? [.startStepUp] : [])
    return saving + (goal.isDateFlexible ? [.extendHorizon] : [])
      + (goal.isAmountFlexible ? [.lowerTarget] : [])
  }

  private func hasSmallStepUp(_ goal: GoalSituation) -> Bool {
    goal.requiredStepUp.map { $0 <= policy.advice.highestStepUp } ?? false
  }
}
