import Finance

/// What is said when nothing is proposed: that nothing is needed, or why nothing can be.
struct NoAction {
  let situation: AdviceSituation
  let blocked: [SuitabilityRule]

  /// Why nothing is proposed; the phrasebooks' key.
  enum Reason: String {
    /// The one goal there is is on track.
    case onTrack = "on_track"
    /// Every goal is on track; the one with the least to spare is named.
    case allOnTrack = "all_on_track"
    /// Something would be, if the risk profile were known.
    case profile
    /// The goal's date and amount are fixed, and no step suits it.
    case fixed
    /// There is no goal to speak of.
    case portfolio
  }

  /// The reason and the goal it is told of; nil when there is not even a fact to tell.
  var finding: (reason: Reason, goal: GoalSituation?)? {
    let goals = situation.goals.filter { $0.fundedRatio != nil }
    guard let weakest = goals.min(by: { $0.fundedRatio ?? 0 < $1.fundedRatio ?? 0 }) else {
      return situation.facts.has("portfolio.value") ? (.portfolio, nil) : nil
    }
    let short = goals.filter(\.isShort).min { $0.priority < $1.priority }
    if blocked.contains(.profileKnown) { return (.profile, short ?? weakest) }
    if let short { return (.fixed, short) }
    return (goals.count == 1 ? .onTrack : .allOnTrack, weakest)
  }
}
