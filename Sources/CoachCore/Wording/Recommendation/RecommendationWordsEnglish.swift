/// The English sentences of a recommendation, in the order they are said.
struct RecommendationWordsEnglish {
  private let subject: ProseSubject

  init(_ subject: ProseSubject) {
    self.subject = subject
  }

  private var noun: String {
    switch subject.kind {
    case "emergency": "emergency fund"
    case "house", "car", "retirement", "education", "travel", "wedding": "\(subject.kind) goal"
    default: "goal"
    }
  }

  /// The words for an asset class.
  static func assetClass(_ name: String) -> String {
    switch name {
    case "debt": "debt funds"
    case "gold": "gold"
    case "cash": "liquid funds"
    default: "equity funds"
    }
  }

  private var isLater: Bool { subject.lever.hasSuffix("_later") }

  private var soldClass: String {
    Self.assetClass(subject.lever.replacing("_later", with: ""))
  }

  // MARK: Title

  var title: String {
    switch subject.state {
    case "increase_sip":
      subject.lever == "sip_start" ? "A monthly SIP for your \(noun)" : "A larger SIP for your \(noun)"
    case "start_step_up": "A yearly rise of the SIP for your \(noun)"
    case "extend_horizon": "A later date for your \(noun)"
    case "lower_target": "A smaller target for your \(noun)"
    case "redirect_new_sip": "New instalments towards the mix of your \(noun)"
    case "rebalance": "Bringing your \(noun) back to its mix"
    case "consolidate_overlap": "Funds that hold much the same"
    case "review_scheme": "A look at a fund you hold"
    case "build_emergency_fund": "A reserve before anything else"
    default: subject.lever == "profile" ? "A risk profile comes first" : noActionTitle
    }
  }

  private var noActionTitle: String {
    subject.lever == "fixed" ? "No step fits your \(noun) as it stands" : "Nothing needs to change"
  }

  // MARK: Effect

  var effect: [String] {
    switch subject.state {
    case "increase_sip": ["As it stands, the plan covers {funded_ratio} of the inflated target."] + raise
    case "start_step_up":
      [
        "As it stands, the plan covers {funded_ratio} of the inflated target.",
        "Raising the monthly SIP of {monthly_sip} by {after.start_step_up.step_up} every year would bring that to "
          + "{after.start_step_up.funded_ratio}.",
      ]
    case "extend_horizon": laterDate
    case "lower_target":
      [
        "As it stands, the plan covers {funded_ratio} of the inflated target.",
        "With a target of {after.lower_target.target_today} in today's prices, in place of {target_today}, it would "
          + "cover {after.lower_target.funded_ratio}.",
      ]
    case "redirect_new_sip":
      [
        "The money for this goal has drifted from its mix by {drift.largest}.",
        "If {redirect.amount} a month of the present SIPs went to \(Self.assetClass(subject.lever)), the drift would "
          + "narrow to {redirect.drift}.",
        "That looks {redirect.outlook} ahead, at unchanged prices.",
      ]
    case "rebalance":
      [
        "The money for this goal has drifted from its mix by {drift.largest}.",
        "Moving {sale.amount} out of \(soldClass) would bring that to {sale.drift}.",
      ]
    default: portfolioEffect
    }
  }

  private var raise: [String] {
    subject.lever == "sip_start"
      ? [
        "A monthly SIP of {required_sip.rounded} would bring that to {after.increase_sip.funded_ratio}."
      ]
      : [
        "A monthly SIP of {required_sip.rounded} in all, in place of {monthly_sip}, would bring that to "
          + "{after.increase_sip.funded_ratio}."
      ]
  }

  private var laterDate: [String] {
    subject.lever == "horizon_matured"
      ? [
        "The date of {target_date} has come, and what is set aside covers {funded_ratio} of the target.",
        "By {after.extend_horizon.target_date} it would cover {after.extend_horizon.funded_ratio} of what the goal "
          + "would then cost.",
      ]
      : [
        "As it stands, the plan covers {funded_ratio} of the inflated target by {target_date}.",
        "With {after.extend_horizon.target_date} as its date it would cover {after.extend_horizon.funded_ratio}.",
      ]
  }

  private var portfolioEffect: [String] {
    switch subject.state {
    case "consolidate_overlap":
      [
        "The funds most alike share {overlap.largest} of what they hold.",
        "If only one of them took new instalments, the largest overlap among the funds still bought would be "
          + "{after.consolidate_overlap.overlap}.",
      ]
    case "review_scheme": review
    case "build_emergency_fund":
      [
        "You have {value} at hand for emergencies.",
        "Setting aside {shortfall} more would bring that to {target}, the usual reserve.",
      ]
    default: standstill
    }
  }

  private var review: [String] {
    if subject.lever == "regular_plan" {
      return [
        "A regular plan you hold charges {ter} a year, its direct twin {direct_ter}.",
        "Over the time to the goal the difference would come to {expense_drag}.",
      ]
    }
    return ["A fund you hold, worth {value}, \(fundState).", "A fund you hold is on record as: {status}."]
  }

  /// What has become of a fund.
  var fundState: String {
    switch subject.lever {
    case "wound_up": "has been wound up"
    case "merged": "has been merged into another"
    default: "is closed to new money"
    }
  }

  private var standstill: [String] {
    switch subject.lever {
    case "profile":
      [
        "The plan for your \(noun) covers {funded_ratio} of its target.",
        "Whether any change would suit you depends on a risk profile, which is not known or too old.",
      ]
    case "fixed":
      [
        "The plan for your \(noun) covers {funded_ratio} of its target.",
        "No step that is open to it would mend that: only a later date or a smaller target would, if the goal "
          + "allowed either.",
      ]
    case "all_on_track":
      [
        "Every goal is on track, and the plan for the one with the least to spare covers {funded_ratio} of its target."
      ]
    case "portfolio": ["What you hold is worth {value}, and no goal asks for a change."]
    default: ["The plan for your \(noun) covers {funded_ratio} of its target, so it can stay as it is."]
    }
  }

  // MARK: Age of the prices

  /// How old the prices are; left out unless the brief offers the date, as it does for old ones only.
  var age: [String] {
    subject.state == "review_scheme"
      ? ["Its last price is of {nav_date}."]
      : ["Some prices behind this are old; the oldest is of {portfolio.nav_date}."]
  }

  // MARK: Cost and undoing

  var cost: [String] {
    switch subject.state {
    case "increase_sip", "start_step_up":
      ["Nothing would be sold, so neither tax nor exit load falls due, and the SIP can be set back later."]
    case "extend_horizon", "lower_target":
      ["It would cost nothing and can be set back later."]
    case "redirect_new_sip":
      ["Only new instalments would move: neither tax nor exit load falls due, and it can be turned back."]
    case "rebalance": saleCost
    case "consolidate_overlap": ["What is held would stay, so it costs nothing and can be turned back."]
    case "review_scheme": ["A look costs nothing and changes nothing by itself."]
    case "build_emergency_fund": ["Money kept at hand can be used for something else later."]
    default: []
    }
  }

  private var saleCost: [String] {
    let today = "Today it would cost an estimated {sale.tax} in tax and {sale.exit_load} in exit load."
    let later =
      "From {sale.wait_until} it would cost {sale.tax.later} in tax and {sale.exit_load.later} in exit load."
    return [today] + (isLater ? [later] : []) + ["A sale cannot be undone."]
  }

  // MARK: Reasons and remarks

  /// Why it suits.
  var reasons: [String] {
    switch subject.state {
    case "increase_sip":
      subject.lever == "sip_far"
        ? [
          "A higher assumed return is no way out: more than may be assumed would be needed.",
          "A later date or a smaller target would ease it, if the goal allowed either.",
        ]
        : [
          "It keeps both the date and the target of the goal.",
          "The assumed return is {assumed_return} a year.",
        ]
    case "start_step_up":
      [
        "It asks for little at first and follows a rising income.",
        "The assumed return is {assumed_return} a year.",
      ]
    case "extend_horizon": ["It suits this goal because its date may move."]
    case "lower_target": ["It suits this goal because its amount may change."]
    case "redirect_new_sip":
      [
        "It keeps within the mix chosen for the goal.",
        "With new money alone the mix would be back in its band after {redirect.months}.",
      ]
    case "rebalance": ["New instalments alone would take too long, or there are none."]
    case "consolidate_overlap": ["Fewer funds are easier to follow, and the spread stays much the same."]
    case "review_scheme":
      subject.lever == "regular_plan"
        ? ["Any move would first need its tax and exit load worked out."]
        : ["Instalments meant for it would need another home."]
    case "build_emergency_fund": ["It keeps a sudden expense from touching the other goals."]
    default: []
    }
  }

  var remark: [String] {
    let isSaving = ["increase_sip", "start_step_up", "redirect_new_sip"].contains(subject.state)
    return subject.tone == "encouraging" && isSaving ? ["Small, steady changes add up."] : []
  }

  /// What has to be said of any projection.
  var closing: [String] {
    switch subject.state {
    case "increase_sip", "start_step_up", "extend_horizon", "lower_target":
      ["Actual returns can be lower."]
    case "no_action" where subject.lever != "portfolio": ["Actual returns can be lower."]
    default: []
    }
  }
}
