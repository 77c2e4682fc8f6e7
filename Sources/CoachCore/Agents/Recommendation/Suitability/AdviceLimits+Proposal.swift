extension AdviceLimits {
  /// What the prose about a proposal may not suggest.
  static func of(_ proposal: Proposal, in situation: AdviceSituation) -> AdviceLimits {
    var limits = general(proposal.goal.flatMap(situation.goal), in: situation)
    if !proposal.moves.sells { limits.insert(.sale) }
    // Where new money would go is known to be open; what is said besides may still be about a fund that is not.
    if proposal.moves.newMoneyInto.isEmpty, hasClosedHolding(proposal, situation) { limits.insert(.newMoney) }
    return AdviceLimits(limits)
  }

  /// What may not be suggested where nothing is proposed.
  static func of(_ goal: GoalSituation?, in situation: AdviceSituation) -> AdviceLimits {
    var limits = general(goal, in: situation).union([.sale])
    if goal?.holdings.contains(where: { !$0.isOpen }) ?? false { limits.insert(.newMoney) }
    return AdviceLimits(limits)
  }

  private static func general(_ goal: GoalSituation?, in situation: AdviceSituation) -> Set<Limit> {
    var limits: Set<Limit> = [.taxDeduction]
    let ceilings = goal.map { [$0] } ?? situation.goals
    if !situation.isProfileKnown || ceilings.contains(where: { $0.ceiling == .above }) {
      limits.insert(.moreEquity)
    }
    if !situation.isProfileKnown { limits.insert(.rebalance) }
    return limits
  }

  private static func hasClosedHolding(_ proposal: Proposal, _ situation: AdviceSituation) -> Bool {
    switch proposal.subject {
    case .goal(let id): situation.goal(id)?.holdings.contains { !$0.isOpen } ?? false
    case .holding(let id): !(situation.holding(id)?.isOpen ?? true)
    case .portfolio: situation.holdings.contains { !$0.isOpen }
    }
  }
}
