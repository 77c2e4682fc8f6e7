import Finance
import Foundation

extension GoalMath {
  /// What may give way, and whether a return could: what recommendations are weighed by.
  func leeway(_ assessment: GoalAssessment, _ make: FactMaker) throws -> [Fact] {
    [
      try make.count(id("priority"), "rank of the goal, the most important being the lowest", goal.priority),
      try make.state(
        id("flexible_date"), "whether the target date may move", goal.isDateFlexible ? "yes" : "no"),
      try make.state(
        id("flexible_amount"), "whether the target may change", goal.isAmountFlexible ? "yes" : "no"),
    ] + (try requiredReturn(assessment, make))
  }

  /// The return today's SIPs would need: a diagnosis, never a promise (domain rules §2.3).
  private func requiredReturn(_ assessment: GoalAssessment, _ make: FactMaker) throws -> [Fact] {
    guard assessment.horizonMonths > 0 else { return [] }
    let (sip, existing) = (assessment.monthlySIP.rupees, assessment.currentValue.rupees)
    let monthly =
      sip + existing > 0
      ? try Projection.requiredReturn(
        sip: sip, target: assessment.targetFuture.rupees, months: assessment.horizonMonths, existing: existing
      )
      : nil
    let cap = try policy.returnClamp(on: snapshot.asOf).maximum
    let annual = monthly.map { pow(1 + $0, 12) - 1 }
    let status = annual.map { $0 <= cap ? "within_cap" : "above_cap" } ?? "unreachable"
    let state = try make.state(
      id("required_return.status"), "whether a return that may be assumed would reach the target", status)
    guard let annual else { return [state] }
    return [
      state,
      try make.ratio(
        id("required_return"), "return a year at which today's SIPs reach the target", annual),
    ]
  }
}
