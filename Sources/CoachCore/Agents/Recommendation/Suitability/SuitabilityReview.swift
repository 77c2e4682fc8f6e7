import Finance

/// Holds a proposal against every rule that concerns it.
struct SuitabilityReview {
  let situation: AdviceSituation

  /// What the rules said of one proposal, in the order of the rules.
  struct Verdict {
    let passed: [SuitabilityRule]
    let blocked: [SuitabilityRule]

    var suits: Bool { blocked.isEmpty }
  }

  func judge(_ proposal: Proposal) throws(CoachError) -> Verdict {
    let goal = proposal.goal.flatMap(situation.goal)
    var answers: [(SuitabilityRule, Bool)] = []
    if proposal.moves.addsEquity || proposal.moves.changesMix || proposal.moves.sells {
      answers.append((.profileKnown, situation.isProfileKnown))
    }
    if proposal.moves.addsEquity {
      answers.append((.equityCeiling, try leavesRoomForEquity(proposal, goal)))
    }
    if !proposal.moves.newMoneyInto.isEmpty {
      answers.append((.openScheme, proposal.moves.newMoneyInto.allSatisfy(\.isOpen)))
    }
    if proposal.moves.sells {
      let costs = [proposal.cost.taxFact, proposal.cost.exitLoadFact]
      answers.append((.saleCosted, costs.allSatisfy { $0.map(situation.facts.has) ?? false }))
    }
    if proposal.kind == .extendHorizon {
      answers.append((.flexibleDate, goal?.isDateFlexible ?? false))
    }
    if proposal.kind == .lowerTarget {
      answers.append((.flexibleAmount, try mayFall(goal)))
    }
    // A step that may not be taken is not computed either, so its effect is asked of the others alone.
    if answers.allSatisfy(\.1) { answers.append((.effectImproves, try improves(proposal))) }
    return Verdict(passed: answers.filter(\.1).map(\.0), blocked: answers.filter { !$0.1 }.map(\.0))
  }

  /// Whether equity may be added: the share is within its ceiling, and so is the mix it would move towards.
  ///
  /// Without facts about the ceiling nothing speaks against a step that keeps the goal's own mix.
  private func leavesRoomForEquity(
    _ proposal: Proposal, _ goal: GoalSituation?
  ) throws(CoachError) -> Bool {
    guard let goal, let ceiling = goal.ceiling else { return !proposal.moves.changesMix }
    guard ceiling == .within else { return false }
    guard let most = try situation.facts.number(goal.fact("equity_ceiling")) else { return true }
    let moved = proposal.moves.changesMix ? "target.equity" : "equity_weight"
    guard let share = try situation.facts.number(goal.fact(moved)) else { return true }
    return share <= most
  }

  private func mayFall(_ goal: GoalSituation?) throws(CoachError) -> Bool {
    guard let goal, goal.isAmountFlexible,
      let before = try situation.facts.number(goal.fact("target_today")),
      let after = try situation.facts.number(goal.fact("after.lower_target.target_today"))
    else { return false }
    return after >= before * situation.rules.leastTarget
  }

  private func improves(_ proposal: Proposal) throws(CoachError) -> Bool {
    guard situation.facts.has(proposal.effect.beforeFact), situation.facts.has(proposal.effect.afterFact),
      proposal.cites.allSatisfy(situation.facts.has)
    else { return false }
    if proposal.improvement == .stays { return true }
    guard let before = try situation.facts.number(proposal.effect.beforeFact),
      let after = try situation.facts.number(proposal.effect.afterFact)
    else { return false }
    return proposal.improvement == .rises ? after > before : after < before
  }
}
