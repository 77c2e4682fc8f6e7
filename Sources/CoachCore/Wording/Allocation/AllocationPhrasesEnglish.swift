/// What the allocation agent says in English.
struct AllocationPhrasesEnglish: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    let words = AllocationComposedEnglish(subject: subject)
    return Phrasing(
      title: Self.title(subject), factPrefix: Self.prefix(subject),
      sentences: words.news + words.lever + words.remark,
      optional: subject.tone == "concise" ? [] : words.detail, closing: words.closing)
  }

  func template(_ subject: ProseSubject) -> Phrasing {
    Phrasing(
      title: Self.title(subject), factPrefix: Self.prefix(subject), sentences: Self.figures(subject.state),
      closing: Self.ending(subject.lever))
  }

  private static func prefix(_ subject: ProseSubject) -> String {
    subject.ref.map { "goal.\($0)." } ?? "portfolio."
  }

  private static func title(_ subject: ProseSubject) -> String {
    let noun = noun(subject.kind)
    return switch subject.state {
    case "drifted": "\(noun) has drifted from its target mix"
    case "above": "\(noun) holds more equity than suits its date"
    case "short": "The emergency fund is not full yet"
    case "high": "Some funds hold much the same shares"
    case "regular_plans": "Regular plans cost more than their direct plans"
    default: "The money is spread as planned"
    }
  }

  /// The words for a kind of goal, when its own name stays out of the prose.
  private static func noun(_ kind: String) -> String {
    switch kind {
    case "emergency": "Your emergency fund"
    case "house", "car", "retirement", "education", "travel", "wedding": "Your \(kind) goal"
    default: "Your goal"
    }
  }

  // MARK: Template

  /// Figures with their names; those the brief does not offer are left out.
  private static func figures(_ state: String) -> [String] {
    switch state {
    case "drifted", "above":
      [
        "Equity held: {equity_weight}. Ceiling for profile and horizon: {equity_ceiling}.",
        "Equity held: {weight.equity}. Target: {target.equity}.",
        "Debt held: {weight.debt}. Target: {target.debt}.",
        "Gold held: {weight.gold}. Target: {target.gold}.",
        "Liquid money held: {weight.cash}. Target: {target.cash}.",
        "Of the monthly SIPs into {redirect.class}: {redirect.amount}. Back within the band after: "
          + "{redirect.months}.",
        "Of the monthly SIPs into {redirect.class}: {redirect.amount}. Drift after {redirect.outlook}: "
          + "{redirect.drift}.",
        "A sale of {sale.amount} would cost {sale.tax} in tax and {sale.exit_load} in exit load.",
        "From {sale.wait_until} on it would cost {sale.tax.later} in tax and {sale.exit_load.later} in exit load.",
      ]
    case "short":
      [
        "Money at hand: {emergency.value}. Needed: {emergency.target}. Shortfall: {emergency.shortfall}."
      ]
    case "high": ["Largest overlap of a pair of funds: {overlap.largest}.", "Limit: {overlap.limit}."]
    case "regular_plans":
      [
        "In regular plans with a direct plan: {regular_plans.value}.",
        "Extra cost until the goals' dates, estimated: {regular_plans.expense_drag}.",
      ]
    default: ["Largest distance from a target: {drift.largest}. Band: {drift.band}."]
    }
  }

  private static func ending(_ lever: String) -> [String] {
    switch lever {
    case "sale", "wait": ["Tax is an estimate, not tax advice."]
    case "redirect", "lean", "costs": ["Actual figures can differ."]
    default: []
    }
  }
}
