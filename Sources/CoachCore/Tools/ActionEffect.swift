import Finance
import JSONKit

/// Computes where a goal would stand with one step taken: goal math once more, on the changed plan.
struct ActionEffect: CoachTool {
  static let name = GoalMath.name
  static let version = "1"

  /// The steps whose effect goal math can tell; the raw value is the recommendation's kind.
  enum Step: String, Sendable, CaseIterable {
    case increaseSIP = "increase_sip"
    case startStepUp = "start_step_up"
    case extendHorizon = "extend_horizon"
    case lowerTarget = "lower_target"
  }

  let step: Step
  let goal: Goal
  let inputs: SnapshotInputs
  let policy: PolicyTables

  var snapshot: PortfolioSnapshot { inputs.snapshot }

  var arguments: JSONObject {
    [
      "goal": .string(goal.id), "action": .string(step.rawValue), "as_of": .string(snapshot.asOf.description),
    ]
  }

  /// The figures with the step taken; none when the step would change nothing.
  func run() throws -> [Fact] {
    let before = try GoalAssessment.assess(goal, in: snapshot, policy: policy)
    guard let action = try action(before) else { return [] }
    let after = try GoalAssessment.assess(goal, taking: action, in: snapshot, policy: policy)
    var dependencies = inputs.goalInputs(goal)
    dependencies["action"] = .string(String(describing: action))
    let make = try FactMaker(
      Self.self, asOf: snapshot.asOf,
      params: ["rate_convention": "effective", "timing": "due", "action": .string(step.rawValue)],
      inputs: .object(dependencies), rows: inputs.goalRows(goal))
    return try standing(after, date: action.applied(to: goal).targetDate, make)
      + size(of: action, before: before, make)
  }

  private func id(_ name: String) -> String { "goal.\(goal.id).after.\(step.rawValue).\(name)" }

  private func action(_ assessment: GoalAssessment) throws -> GoalAction? {
    switch step {
    case .increaseSIP: assessment.closingIncrease
    case .startStepUp: assessment.closingStepUp
    case .lowerTarget: try assessment.reachableTarget()
    case .extendHorizon:
      try GoalAssessment.laterDate(
        for: goal, in: snapshot, policy: policy,
        longest: try policy.advice(on: snapshot.asOf).longestExtension)
    }
  }

  private func standing(_ after: GoalAssessment, date: CivilDate, _ make: FactMaker) throws -> [Fact] {
    [
      try make.date(id("target_date"), "target date with the step taken", date),
      try make.months(id("horizon"), "months to that date", after.horizonMonths),
      try make.ratio(
        id("assumed_return"), "assumed return a year with the step taken", after.assumedReturn,
        quality: .assumption),
      try make.money(
        id("target_today"), "target in today's prices with the step taken", after.targetToday, quality: .exact
      ),
      try make.money(id("target_future"), "that target inflated to its date", after.targetFuture),
      try make.money(
        id("monthly_sip"), "monthly SIP with the step taken", after.monthlySIP, quality: .exact),
      try make.money(id("projected"), "projected value with the step taken", after.projected),
      try make.money(id("shortfall"), "shortfall with the step taken", after.shortfall),
      try make.money(id("surplus"), "surplus with the step taken", after.surplus),
      try make.ratio(
        id("funded_ratio"), "projected value as a share of the inflated target, with the step taken",
        after.fundedRatio),
      try make.state(id("band"), "state of the goal with the step taken", after.band.rawValue),
    ]
  }

  /// How large the step is, in the measure it is spoken of.
  private func size(of action: GoalAction, before: GoalAssessment, _ make: FactMaker) throws -> [Fact] {
    switch action {
    case .increaseSIP(let total):
      [
        try make.money(
          id("added"), "monthly SIP on top of today's", total - before.monthlySIP, quality: .exact)
      ]
    case .startStepUp(let rate):
      [try make.ratio(id("step_up"), "yearly rise of today's SIP", rate, quality: .exact)]
    case .moveDate(let date):
      [
        try make.months(
          id("extension"), "months from the present date to the later one",
          max(goal.targetDate, snapshot.asOf).wholeMonths(until: date))
      ]
    case .lowerTarget: []
    }
  }
}
