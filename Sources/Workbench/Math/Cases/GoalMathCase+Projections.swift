import Finance
import JSONKit

extension GoalMathCase {
  func projection() throws -> JSONValue? {
    switch kind {
    case "monthly_rate":
      let annual = try double("annual")
      return [
        "effective": .double(try MonthlyRate(annual: annual, convention: .effective).value),
        "nominal": .double(try MonthlyRate(annual: annual, convention: .nominal).value),
      ]
    case "lumpsum_fv":
      return .double(
        try Projection.lumpSum(
          present: try double("present"), annualRate: try double("annual_rate"), years: try double("years")))
    case "inflated_target": return .double(try inflatedTarget())
    case "sip_fv":
      return .double(
        try Projection.sip(
          try double("sip"), months: try months(), rate: try rate(), timing: timing(),
          existing: try double("existing", default: 0)))
    case "step_up_fv": return try stepUp()
    case "required_sip": return try requiredSIP()
    case "required_step_up": return try requiredStepUp()
    case "required_return": return try requiredReturn()
    case "months_to_goal":
      let months = Projection.monthsToGoal(
        sip: try double("sip"), target: try double("target_future"), rate: try rate(),
        existing: try double("existing", default: 0), timing: timing())
      return ["months": .double(Double(months?.whole ?? -1)), "exact": .double(months?.exact ?? .nan)]
    case "goal_gap": return try goalGap()
    default: return nil
    }
  }

  private func inflatedTarget() throws -> Double {
    try Projection.lumpSum(
      present: try double("target_today"), annualRate: try double("inflation"), years: try double("years"))
  }

  private func stepUp() throws -> JSONValue {
    let amount = try double("step_amount", default: 0)
    let result = try Projection.stepUp(
      sip: try double("sip"),
      amount != 0 ? .amount(amount) : .percent(try double("step_percent", default: 0)),
      cap: inputs["cap"]?.double, months: try months(), rate: try rate(), timing: timing(),
      existing: try double("existing", default: 0))
    return [
      "value": .double(result.value), "invested": .double(result.invested),
      "last_sip": .double(result.lastInstalment),
    ]
  }

  private func requiredSIP() throws -> JSONValue {
    let target = try inflatedTarget()
    let exact = try Projection.requiredSIP(
      target: target, months: try months(), rate: try rate(), existing: try double("existing", default: 0),
      timing: timing(), stepUp: try double("step_percent", default: 0))
    return [
      "target_future": .double(target), "sip_exact": .double(exact),
      "sip_rounded": .double(Projection.roundedUp(exact, to: try double("round_up_to", default: 100))),
    ]
  }

  private func requiredStepUp() throws -> JSONValue {
    let result = try Projection.requiredStepUp(
      sip: try double("sip"), target: try double("target_future"), months: try months(), rate: try rate(),
      existing: try double("existing", default: 0), timing: timing(),
      maximum: try double("max_step", default: 1))
    if case .ok(let rise) = result { return ["status": "ok", "step_percent": .double(rise)] }
    return ["status": .string(result.status)]
  }

  private func requiredReturn() throws -> JSONValue {
    let monthly = try Projection.requiredReturn(
      sip: try double("sip"), target: try double("target_future"), months: try months(),
      existing: try double("existing", default: 0), timing: timing())
    guard let monthly else { return .null }
    let annual = try Projection.lumpSum(present: 1, annualRate: monthly, years: 12) - 1
    return ["monthly": .double(monthly), "annual_effective": .double(annual)]
  }

  private func goalGap() throws -> JSONValue {
    let target = try inflatedTarget()
    let (sip, existing) = (try double("sip"), try double("existing"))
    let projected = try Projection.sip(
      sip, months: try months(), rate: try rate(), timing: timing(), existing: existing)
    let required = try Projection.requiredSIP(
      target: target, months: try months(), rate: try rate(), existing: existing, timing: timing())
    return [
      "target_future": .double(target), "projected": .double(projected),
      "gap": .double(projected - target), "funded_ratio": .double(projected / target),
      "sip_required": .double(required), "sip_delta": .double(required - sip),
    ]
  }
}
