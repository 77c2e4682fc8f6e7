import Finance
import JSONKit

/// Computes where a goal stands and what would close its gap (domain rules §2.3).
struct GoalMath: CoachTool {
  static let name = "goal_math"
  static let version = "1"

  let goal: Goal
  let inputs: SnapshotInputs
  let policy: PolicyTables

  var snapshot: PortfolioSnapshot { inputs.snapshot }

  var arguments: JSONObject { ["goal": .string(goal.id), "as_of": .string(snapshot.asOf.description)] }

  func run() throws -> [Fact] {
    let assessment = try GoalAssessment.assess(goal, in: snapshot, policy: policy)
    let make = try maker()
    return try standing(assessment, make) + remedies(assessment, make) + leeway(assessment, make)
  }

  func id(_ name: String) -> String { "goal.\(goal.id).\(name)" }

  private func standing(_ goal: GoalAssessment, _ make: FactMaker) throws -> [Fact] {
    let stale = snapshot.holdings.contains(where: \.isStale)
    return [
      try make.ratio(
        id("assumed_return"), "assumed return a year, within the policy's limits", goal.assumedReturn,
        quality: .assumption),
      try make.ratio(
        id("assumed_return.unclamped"), "assumed return a year before the policy's limits",
        goal.unclampedReturn, quality: .assumption),
      try make.ratio(
        id("inflation"), "assumed rise of the goal's price a year", goal.inflation, quality: .assumption),
      try make.state(id("params"), "conventions of the projection", "effective/due"),
      try make.date(id("target_date"), "target date", self.goal.targetDate),
      try make.months(id("horizon"), "months to the target date", goal.horizonMonths),
      try make.money(id("target_today"), "target in today's prices", goal.targetToday, quality: .exact),
      try make.money(id("target_future"), "target inflated to its date", goal.targetFuture),
      try make.money(
        id("current_value"), "value set aside today", goal.currentValue, quality: stale ? .stale : .exact),
      try make.money(id("monthly_sip"), "monthly SIP today", goal.monthlySIP, quality: .exact),
      try make.money(id("projected"), "projected value at the target date", goal.projected),
      try make.money(id("gap"), "projected value less inflated target", goal.gap),
      try make.money(id("shortfall"), "shortfall against the inflated target", goal.shortfall),
      try make.money(id("surplus"), "surplus over the inflated target", goal.surplus),
      try make.ratio(
        id("funded_ratio"), "projected value as a share of the inflated target", goal.fundedRatio),
      try make.state(id("band"), "state of the goal", goal.band.rawValue),
    ]
  }

  private func remedies(_ goal: GoalAssessment, _ make: FactMaker) throws -> [Fact] {
    var facts: [Fact] = []
    // A goal whose date has come is reached by no instalment.
    if let required = goal.requiredSIP, let rounded = goal.requiredSIPRounded {
      facts.append(try make.money(id("required_sip"), "level monthly SIP that reaches the target", required))
      facts.append(
        try make.money(
          id("required_sip.rounded"), "level monthly SIP that reaches the target, rounded up", rounded))
    }
    let status: String
    switch goal.requiredStepUp {
    case .notNeeded: status = "not_needed"
    case .unreachable: status = "unreachable"
    case .ok(let rate):
      status = "ok"
      facts.append(
        try make.ratio(id("required_step_up"), "yearly rise of today's SIP that reaches the target", rate))
    }
    facts.append(
      try make.state(id("required_step_up.status"), "whether a yearly rise reaches the target", status))
    if let months = goal.monthsToGoal {
      facts.append(
        try make.months(
          id("months_to_goal"), "months until the plan reaches the target as it rises", months,
          quality: .estimate))
    }
    return facts
  }

  private func maker() throws -> FactMaker {
    let caveats: [JSONValue] =
      snapshot.issues.contains { $0.kind == .incompleteStatement || $0.kind == .unknownLots }
      ? [.string(Insight.Caveat.incompleteCAS.rawValue)] : []
    return try FactMaker(
      Self.self, asOf: snapshot.asOf, params: Self.params(caveats: caveats),
      inputs: .object(inputs.goalInputs(goal)), rows: inputs.goalRows(goal))
  }

  private static func params(caveats: [JSONValue]) -> JSONObject {
    var params: JSONObject = ["rate_convention": "effective", "timing": "due"]
    if !caveats.isEmpty { params["caveats"] = .array(caveats) }
    return params
  }
}
