import Finance

/// Everything proposals are made from: the facts of a run, read once.
struct AdviceSituation {
  let asOf: CivilDate
  let language: String
  /// `unknown`, `conservative`, `moderate` or `aggressive`, as the investor's record says.
  let profile: String
  let rules: AdviceRules
  let facts: AdviceFacts
  /// The goals whose standing is known, in the portfolio's order.
  let goals: [GoalSituation]
  /// Every holding facts speak of, in order of id.
  let holdings: [HoldingSituation]

  init(_ given: GivenFacts, rules: AdviceRules) throws(CoachError) {
    let facts = AdviceFacts(facts: given.facts)
    var goals: [GoalSituation] = []
    for goal in given.goals {
      if let situation = try GoalSituation(goal, facts) { goals.append(situation) }
    }
    var holdings: [HoldingSituation] = []
    for id in given.facts.refs(in: "holding") { holdings.append(try HoldingSituation(id, facts)) }
    asOf = given.asOf
    language = given.user.language
    profile = RiskProfile(rawValue: given.user.riskProfile)?.rawValue ?? RiskProfile.unknown.rawValue
    self.rules = rules
    self.facts = facts
    self.goals = goals
    self.holdings = holdings
  }

  /// Whether anything may rest on the risk profile: it was taken, and no ceiling says it is too old.
  var isProfileKnown: Bool {
    profile != RiskProfile.unknown.rawValue && !goals.contains { $0.ceiling == .unknown }
  }

  func goal(_ id: String) -> GoalSituation? { goals.first { $0.id == id } }

  func holding(_ id: String) -> HoldingSituation? { holdings.first { $0.id == id } }
}
