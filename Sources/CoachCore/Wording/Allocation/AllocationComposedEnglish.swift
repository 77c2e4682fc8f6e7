/// The full sentences of allocation in English.
struct AllocationComposedEnglish {
  let subject: ProseSubject

  /// What is the matter.
  var news: [String] {
    switch subject.state {
    case "drifted":
      [
        "Equity is {weight.equity} of the money for this goal, against a target of {target.equity}.",
        "Debt is {weight.debt} of the money for this goal, against a target of {target.debt}.",
        "Gold is {weight.gold} of the money for this goal, against a target of {target.gold}.",
        "Liquid money is {weight.cash} of what this goal holds, against a target of {target.cash}.",
      ]
    case "above":
      [
        "Equity is {equity_weight} of the money for this goal, against a ceiling of {equity_ceiling} for your "
          + "risk profile with {ceiling.horizon} to go."
      ]
    case "short":
      [
        "You have {emergency.value} at hand for an emergency.",
        "That is {emergency.shortfall} short of the {emergency.target} to aim for.",
      ]
    case "high":
      ["The pair of funds with the most in common shares {overlap.largest} of what it holds."]
    case "regular_plans":
      [
        "{regular_plans.value} of your money is in regular plans of funds that also have a direct plan.",
        "The difference in running costs comes to an estimated {regular_plans.expense_drag} by the dates of the "
          + "goals.",
      ]
    default:
      ["The class furthest from its target is {drift.largest} away, within a band of {drift.band}."]
    }
  }

  /// The cheapest way back.
  var lever: [String] {
    switch subject.lever {
    case "redirect":
      [
        "The cheapest way back is new money: {redirect.amount} of the monthly SIPs, sent into {redirect.class}, "
          + "would bring the mix within its band in {redirect.months} if prices stood still."
      ]
    case "lean":
      [
        "New money helps a little: {redirect.amount} of the monthly SIPs, sent into {redirect.class}, would leave "
          + "the mix {redirect.drift} from its target after {redirect.outlook} if prices stood still."
      ]
    case "sale": [Self.sale]
    case "wait":
      [
        Self.sale,
        "From {sale.wait_until} on the same sale, at the same prices, would cost {sale.tax.later} in tax and "
          + "{sale.exit_load.later} in exit load.",
      ]
    case "target": ["The target mix itself is worth a second look."]
    case "profile":
      ["Without a current risk profile on record this stays a description, and no way back is named."]
    case "emergency": ["An emergency fund comes before any other goal."]
    case "overlap": ["Holding such a pair adds paperwork and little spread."]
    case "costs":
      ["A direct plan leaves out the distributor's commission, and the distributor's help with it."]
    default: subject.state == "in_band" ? ["The mix can stay as it is."] : []
    }
  }

  private static let sale =
    "A sale of {sale.amount} would bring it to its target and would cost an estimated {sale.tax} in tax and "
    + "{sale.exit_load} in exit load."

  /// Said while there are words left.
  var detail: [String] {
    switch subject.state {
    case "drifted":
      [
        "The distance from the target is {drift.largest}, and the band is {drift.band}.",
        "The ceiling on equity for your profile and horizon is {equity_ceiling}.",
      ]
        + (subject.lever == "redirect"
          ? ["A sale to the same end would cost {sale.tax} in tax and {sale.exit_load} in exit load."] : [])
    case "above": ["The target for equity is {target.equity}."]
    case "short":
      ["The aim is {emergency.target_months} of expenses.", "What is there covers {emergency.months}."]
    case "high":
      [
        "SEBI's limit, where it sets one, is {overlap.limit}.",
        "Pairs of your funds above it: {overlap.count}.",
        "The holdings are those disclosed for {overlap.date}.",
      ]
    case "regular_plans":
      [
        "A change of plan can bring tax and exit load of its own, which are not counted here.",
        "Over all your funds the running costs are {ter} a year.",
      ]
    default: []
    }
  }

  var remark: [String] {
    guard subject.tone == "encouraging" else { return [] }
    return switch subject.state {
    case "in_band": ["Regular saving in the same proportions did this."]
    case "short": ["Each instalment into it counts."]
    case "drifted", "above": ["A mix drifts when parts of it grow; bringing it back is routine."]
    default: ["It is a small thing to look into, and it adds up."]
    }
  }

  var closing: [String] {
    switch subject.lever {
    case "sale", "wait": ["Tax is an estimate, not tax advice."]
    case "redirect", "lean": ["Prices move, so the way there can differ."]
    case "costs": ["Actual returns can be lower."]
    default: []
    }
  }
}
