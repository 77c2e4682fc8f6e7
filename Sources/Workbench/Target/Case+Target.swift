import Scoring

extension Case {
  /// Why the case cannot be run against a deployed coach; nil when it can.
  var reasonNotOnTarget: String? {
    switch subject {
    case .agent: return "one agent alone cannot be asked for over a target's API; run it without --target"
    case .mutant: return "a fault cannot be planted in a target's drafts; run it without --target"
    case .injection: return "a portfolio cannot be changed on a target; run it without --target"
    case .session: break
    }
    if conditions.interruption != nil {
      return "a target is not interrupted; run it without --target"
    }
    if conditions.faults != CaseFaults() || conditions.budget.userDay != nil
      || conditions.budget.globalDay != nil
    {
      return "a target's engine cannot be disturbed or capped by the day; run it without --target"
    }
    let held = checks.map(\.name).filter { ["stored", "unmoved", "caught"].contains($0) }
    return held.first.map {
      "the check `\($0)` needs what does not travel in events; run it without --target"
    }
  }
}
