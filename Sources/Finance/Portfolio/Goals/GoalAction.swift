/// A step that would change where a goal stands.
public enum GoalAction: Hashable, Sendable {
  /// The goal's SIPs come to this much a month in all.
  case increaseSIP(Money)
  /// Every SIP of the goal rises by this ratio at each twelfth instalment, in place of any rise it has.
  case startStepUp(Double)
  /// The money is needed on this day instead.
  case moveDate(CivilDate)
  /// The goal costs this much in today's prices instead.
  case lowerTarget(Money)

  /// The goal with the step taken; nothing else of it changes.
  public func applied(to goal: Goal) -> Goal {
    switch self {
    case .increaseSIP: goal
    case .startStepUp(let rate): goal.with(stepUp: StepUp(.percent(rate)))
    case .moveDate(let date): goal.with(targetDate: date)
    case .lowerTarget(let target): goal.with(targetToday: target)
    }
  }

  /// The SIPs with the step taken for `goal`; those of other goals stay as they are.
  ///
  /// A raise goes into ``raisedSIP(for:among:asOf:)``, or into a new SIP where there is none.
  public func applied(to sips: [SIP], for goal: Goal, asOf: CivilDate) throws(FinanceError) -> [SIP] {
    switch self {
    case .increaseSIP(let total):
      return try Self.raise(sips, for: goal, to: total, asOf: asOf)
    case .startStepUp(let rate):
      return sips.map { sip in
        guard sip.goal == goal.id, sip.status == .active, sip.stepUp != nil else { return sip }
        return sip.with(stepUp: StepUp(.percent(rate)))
      }
    case .moveDate, .lowerTarget:
      return sips
    }
  }

  /// The SIP a raise goes into: the first of the goal's that is paid now and lasts to its date.
  public static func raisedSIP(for goal: Goal, among sips: [SIP], asOf: CivilDate) -> SIP? {
    sips.first { sip in
      sip.goal == goal.id && sip.status == .active && sip.start <= asOf
        && (sip.end.map { $0 >= goal.targetDate } ?? true)
    }
  }

  private static func raise(
    _ sips: [SIP], for goal: Goal, to total: Money, asOf: CivilDate
  ) throws(FinanceError) -> [SIP] {
    let today = try ContributionPlan(goal: goal, sips: sips, asOf: asOf).monthlyAmount()
    let more = total - today
    guard more > .zero else { return sips }
    guard let raised = raisedSIP(for: goal, among: sips, asOf: asOf) else {
      return sips + [.planned(for: goal, amount: more, start: asOf)]
    }
    let amount = try Money.sum([raised.amount, more])
    return sips.map { $0.id == raised.id ? $0.with(amount: amount) : $0 }
  }
}

extension Goal {
  fileprivate func with(targetToday: Money? = nil, targetDate: CivilDate? = nil, stepUp: StepUp? = nil)
    -> Goal
  {
    Goal(
      id: id, kind: kind, name: name, targetToday: targetToday ?? self.targetToday, inflation: inflation,
      targetDate: targetDate ?? self.targetDate, priority: priority, status: status,
      isDateFlexible: isDateFlexible, isAmountFlexible: isAmountFlexible, stepUp: stepUp ?? self.stepUp,
      targetAllocation: targetAllocation, assumed: assumed)
  }
}

extension SIP {
  fileprivate func with(amount: Money? = nil, stepUp: StepUp? = nil) -> SIP {
    SIP(
      id: id, holding: holding, goal: goal, amount: amount ?? self.amount, frequency: frequency, day: day,
      start: start, end: end, stepUp: stepUp ?? self.stepUp, status: status)
  }

  /// A SIP that is not set up yet: it has neither an id nor a holding, and a projection asks for neither.
  fileprivate static func planned(for goal: Goal, amount: Money, start: CivilDate) -> SIP {
    SIP(
      id: "", holding: "", goal: goal.id, amount: amount, frequency: .monthly, day: 1, start: start, end: nil,
      stepUp: nil, status: .active)
  }
}
