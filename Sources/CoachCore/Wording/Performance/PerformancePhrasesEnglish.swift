/// What the performance agent says in English.
///
/// Of a gain and a loss only one is among the facts, so the sentence of the other is left out.
struct PerformancePhrasesEnglish: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    let concise = subject.tone == "concise"
    guard let ref = subject.ref else {
      return Phrasing(
        title: Self.portfolioTitle(subject.state), factPrefix: "portfolio.",
        sentences: Self.portfolio(subject.state) + Self.remark(subject),
        optional: concise ? [] : Self.result(subject.state), closing: [Self.lookingBack(subject.state)])
    }
    return Phrasing(
      title: Self.schemeTitle(subject.state), factPrefix: "scheme.\(ref).",
      sentences: Self.scheme(subject, ref) + Self.remark(subject),
      optional: concise ? [] : Self.detail(subject.state), closing: [])
  }

  func template(_ subject: ProseSubject) -> Phrasing {
    guard let ref = subject.ref else {
      return Phrasing(
        title: Self.portfolioTitle(subject.state), factPrefix: "portfolio.",
        sentences: Self.portfolioTemplate(subject.state))
    }
    return Phrasing(
      title: Self.schemeTitle(subject.state), factPrefix: "scheme.\(ref).",
      sentences: Self.schemeTemplate(subject, ref))
  }

  // MARK: The portfolio

  private static func portfolioTitle(_ state: String) -> String {
    switch state {
    case "ok": "What your portfolio has returned so far"
    case "too_short": "Too early for a yearly return"
    case "incomplete_cas": "A yearly return cannot be told yet"
    case "multiple_roots": "No single yearly return fits your payments"
    default: "No yearly return can be stated"
    }
  }

  private static func portfolio(_ state: String) -> [String] {
    let old = "Some prices behind this are old; the oldest is of {nav_date}."
    return opening(state) + [old]
  }

  private static func opening(_ state: String) -> [String] {
    switch state {
    case "ok":
      [
        "Counting every payment in and out since {first_flow}, your money has returned {xirr} a year.",
        "Counting every payment in and out since {first_flow}, your money has lost {yearly_loss} a year.",
        "What you hold is worth {value}.",
      ]
    case "too_short":
      [
        "Your first payment was on {first_flow}, and a return by the year needs more time than that.",
        "What you hold cost {cost} and is worth {value}.",
        "That is a gain of {absolute_return} in all, not a yearly figure.",
        "That is a loss of {absolute_loss} in all, not a yearly figure.",
      ]
    default: withoutRate(state)
    }
  }

  /// Why no yearly return is stated, and what is known all the same.
  private static func withoutRate(_ state: String) -> [String] {
    switch state {
    case "incomplete_cas":
      [
        "What you hold is worth {value}.",
        "Not every payment is on record, so a yearly return is not stated.",
        "A statement that begins with the first purchase would settle it.",
      ]
    case "multiple_roots":
      [
        "Money went in and out in such a way that several yearly rates would fit, so none is stated.",
        "What you still hold cost {cost} and is worth {value}.",
        "That is a gain of {absolute_return} on its cost.",
        "That is a loss of {absolute_loss} on its cost.",
      ]
    default:
      [
        "No yearly rate fits the payments on record, so none is stated.",
        "What you hold is worth {value}.",
        "On its cost of {cost} that is a gain of {absolute_return}.",
        "On its cost of {cost} that is a loss of {absolute_loss}.",
      ]
    }
  }

  /// What the units still held have gained or lost, beside the rate of all payments.
  private static func result(_ state: String) -> [String] {
    guard state == "ok" else { return [] }
    return [
      "Against a cost of {cost}, what you still hold has gained {absolute_return} in all.",
      "Against a cost of {cost}, what you still hold has lost {absolute_loss} in all.",
    ]
  }

  private static func lookingBack(_ state: String) -> String {
    state == "incomplete_cas"
      ? "The value itself does not depend on that." : "This looks back; the years to come can differ."
  }

  private static func remark(_ subject: ProseSubject) -> [String] {
    guard subject.tone == "encouraging" else { return [] }
    return [
      subject.ref == nil
        ? "A calm look at this from time to time is enough." : "There is time to look at this calmly."
    ]
  }

  private static func portfolioTemplate(_ state: String) -> [String] {
    let reason: [String] =
      switch state {
      case "ok":
        ["Return a year by payments (XIRR): {xirr}.", "Loss a year by payments (XIRR): {yearly_loss}."]
      case "too_short": ["First payment: {first_flow}. That is too recent for a yearly return."]
      case "incomplete_cas": ["A yearly return is not stated: not every payment is on record."]
      case "multiple_roots": ["A yearly return is not stated: several rates fit the payments."]
      default: ["A yearly return is not stated: no rate fits the payments."]
      }
    return reason + [
      "Value: {value}.", "Return on cost in all: {absolute_return}.", "Loss on cost in all: {absolute_loss}.",
      "Date of the oldest price: {nav_date}.",
    ]
  }

  // MARK: One holding

  private static func noun(_ kind: String) -> String {
    switch kind {
    case "index_fund": "index fund"
    case "equity_fund": "equity fund"
    case "debt_fund": "debt fund"
    case "liquid_fund": "liquid fund"
    case "gold_fund": "gold fund"
    case "hybrid_fund": "hybrid fund"
    case "overseas_fund": "overseas fund"
    default: "fund"
    }
  }

  private static func schemeTitle(_ state: String) -> String {
    switch state {
    case "dormant": "A fund you hold has no current price"
    case "stale": "A price behind your figures is old"
    case "behind": "A fund you hold is behind its benchmark"
    case "ahead": "A fund you hold is ahead of its benchmark"
    case "drawdown": "A fund you hold is well below its earlier high"
    default: "A fund you hold has a short history"
    }
  }

  private static func scheme(_ subject: ProseSubject, _ ref: String) -> [String] {
    let fund = "The \(noun(subject.kind)) you hold, valued at {holding.\(ref).value},"
    let window = "between {benchmark.window_start} and {benchmark.window_end}"
    let priced = "Its price is of {holding.\(ref).nav_date}."
    return switch subject.state {
    case "dormant":
      [
        "\(fund) last had a price on {holding.\(ref).nav_date}.",
        "What it would fetch now is not known, so its return is not stated.",
      ]
    case "stale":
      [
        "\(fund) was last priced on {holding.\(ref).nav_date}.",
        "Figures that rest on it are as old as that price.",
      ]
    case "behind":
      ["\(fund) was {benchmark.lag_3y} a year behind its benchmark \(window).", priced]
    case "ahead":
      ["\(fund) was {benchmark.lead_3y} a year ahead of its benchmark \(window).", priced]
    case "drawdown":
      [
        "\(fund) fell by {drawdown} between {drawdown.from} and {drawdown.low}.",
        "It has not come back to that high.", priced,
      ]
    default:
      ["\(fund) has prices for {history} only.", "That is too short a time to say how it has done.", priced]
    }
  }

  private static func detail(_ state: String) -> [String] {
    switch state {
    case "behind", "ahead":
      [
        "Over that time the fund returned {benchmark.fund_return_3y} a year.",
        "Its benchmark, dividends included, returned {benchmark.return_3y} a year.",
      ]
    default: []
    }
  }

  private static func schemeTemplate(_ subject: ProseSubject, _ ref: String) -> [String] {
    let noun = noun(subject.kind)
    let figures: [String] =
      switch subject.state {
      case "dormant": ["Its return is not stated: there has been no price since."]
      case "stale": ["That price is old."]
      case "behind":
        ["Lag behind its benchmark a year, up to {benchmark.window_end}: {benchmark.lag_3y}."]
      case "ahead":
        ["Lead over its benchmark a year, up to {benchmark.window_end}: {benchmark.lead_3y}."]
      case "drawdown": ["Fall since {drawdown.from}, not made good: {drawdown}."]
      default: ["Length of its price history: {history}. That is too short to state a return."]
      }
    return [
      "Value of the \(noun) you hold: {holding.\(ref).value}.",
      "Date of its price: {holding.\(ref).nav_date}.",
    ] + figures
  }
}
