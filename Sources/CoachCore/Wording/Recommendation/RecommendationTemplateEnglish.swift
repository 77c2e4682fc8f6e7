/// The few and fixed English words of a recommendation no draft could be published for.
struct RecommendationTemplateEnglish {
  private let subject: ProseSubject

  init(_ subject: ProseSubject) {
    self.subject = subject
  }

  var title: String { RecommendationWordsEnglish(subject).title }

  var sentences: [String] {
    switch subject.state {
    case "increase_sip":
      covered + ["Monthly SIP in all: {required_sip.rounded}."] + then("increase_sip") + [free]
    case "start_step_up":
      covered + ["Monthly SIP today: {monthly_sip}. Yearly rise: {after.start_step_up.step_up}."]
        + then("start_step_up") + [free]
    case "extend_horizon":
      covered + ["Date: {target_date}. Later date: {after.extend_horizon.target_date}."]
        + then("extend_horizon") + [free]
    case "lower_target":
      covered
        + [
          "Target in today's prices: {target_today}. Smaller target: {after.lower_target.target_today}."
        ] + then("lower_target") + [free]
    case "redirect_new_sip":
      [
        "Drift from the mix: {drift.largest}.",
        "New money towards \(RecommendationWordsEnglish.assetClass(subject.lever)): {redirect.amount} a month.",
        "Drift with it: {redirect.drift}.", free,
      ]
    case "rebalance": sale
    default: portfolioSentences
    }
  }

  private var covered: [String] { ["Covered as it stands: {funded_ratio} of the target."] }

  private var free: String { "Cost: none. It can be set back." }

  private func then(_ kind: String) -> [String] { ["Covered with the step: {after.\(kind).funded_ratio}."] }

  private var sale: [String] {
    let later =
      "From {sale.wait_until}: tax {sale.tax.later}, exit load {sale.exit_load.later}."
    return [
      "Drift from the mix: {drift.largest}.", "Amount to move: {sale.amount}.",
      "Drift with it: {sale.drift}.",
      "Estimated tax today: {sale.tax}. Exit load today: {sale.exit_load}.",
    ] + (subject.lever.hasSuffix("_later") ? [later] : []) + ["It cannot be undone."]
  }

  private var portfolioSentences: [String] {
    switch subject.state {
    case "consolidate_overlap":
      [
        "Largest overlap between funds: {overlap.largest}.",
        "With new money into only one of them: {after.consolidate_overlap.overlap}.", free,
      ]
    case "review_scheme":
      subject.lever == "regular_plan"
        ? [
          "Yearly cost of the regular plan: {ter}. Of its direct twin: {direct_ter}.",
          "Difference over the goal's time: {expense_drag}.", "A look costs nothing.",
        ]
        : [
          "Value of the fund: {value}. It \(RecommendationWordsEnglish(subject).fundState).",
          "State of the fund: {status}.", "A look costs nothing.",
        ]
    case "build_emergency_fund":
      ["Money at hand: {value}. Reserve aimed at: {target}. Shortfall: {shortfall}."]
    default:
      subject.lever == "portfolio"
        ? ["Value of the holdings: {value}.", "No change is proposed."]
        : ["Covered as it stands: {funded_ratio} of the target.", "No change is proposed."]
    }
  }
}
