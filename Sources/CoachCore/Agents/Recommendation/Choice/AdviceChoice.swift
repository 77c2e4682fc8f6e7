import Finance

/// Chooses what is proposed: the first suitable step for each need, the most pressing first, three at most.
struct AdviceChoice {
  let situation: AdviceSituation

  /// What was chosen, and every rule that kept something from being chosen.
  struct Outcome {
    let decisions: [AdviceDecision]
    let blocked: [SuitabilityRule]
  }

  /// Decides.
  ///
  /// Order: priority, then what can be undone, then the goal's own rank, then the order of the goals.
  func outcome() throws(CoachError) -> Outcome {
    var decisions: [AdviceDecision] = []
    var blocked: [SuitabilityRule] = []
    for proposal in try PortfolioProposals(situation: situation).all() {
      try decide([proposal], extra: [], into: &decisions, blocked: &blocked)
    }
    let buildsReserve = decisions.contains { $0.proposal.kind == .buildEmergencyFund }
    for goal in situation.goals {
      // A reserve that is proposed is the emergency goal's own step.
      if !(buildsReserve && goal.kind == "emergency") {
        let gap = GapProposals(situation: situation, goal: goal).inOrder
        try decide(
          gap, extra: goal.needsMoreThanCap ? [.returnWithinCap] : [], into: &decisions, blocked: &blocked)
      }
      let mix = try MixProposals(situation: situation, goal: goal).inOrder()
      try decide(mix, extra: [], into: &decisions, blocked: &blocked)
    }
    return Outcome(
      decisions: Array(sorted(decisions).prefix(situation.rules.mostProposals)), blocked: inOrder(blocked))
  }

  /// Takes the first of some alternatives that suits.
  ///
  /// - Parameter extra: rules that speak against what is not even among the alternatives.
  private func decide(
    _ alternatives: [Proposal], extra: [SuitabilityRule], into decisions: inout [AdviceDecision],
    blocked: inout [SuitabilityRule]
  ) throws(CoachError) {
    guard !alternatives.isEmpty else { return }
    let review = SuitabilityReview(situation: situation)
    var refused = extra
    for proposal in alternatives {
      let verdict = try review.judge(proposal)
      if verdict.suits {
        decisions.append(
          AdviceDecision(proposal: proposal, passed: verdict.passed, blocked: inOrder(refused)))
        break
      }
      refused += verdict.blocked
    }
    blocked += refused
  }

  private func inOrder(_ rules: [SuitabilityRule]) -> [SuitabilityRule] {
    SuitabilityRule.allCases.filter(rules.contains)
  }

  private func sorted(_ decisions: [AdviceDecision]) -> [AdviceDecision] {
    decisions.enumerated().sorted { left, right in
      key(left.element, left.offset).lexicographicallyPrecedes(key(right.element, right.offset))
    }.map(\.element)
  }

  private func key(_ decision: AdviceDecision, _ position: Int) -> [Int] {
    let rank = decision.proposal.goal.flatMap(situation.goal)?.priority ?? 0
    return [decision.proposal.priority, decision.proposal.reversible ? 0 : 1, rank, position]
  }
}
