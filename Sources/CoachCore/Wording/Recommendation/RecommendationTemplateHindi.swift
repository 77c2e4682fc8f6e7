/// The few and fixed Hindi words of a recommendation no draft could be published for.
struct RecommendationTemplateHindi {
  private let subject: ProseSubject

  init(_ subject: ProseSubject) {
    self.subject = subject
  }

  var title: String { RecommendationWordsHindi(subject).title }

  var sentences: [String] {
    switch subject.state {
    case "increase_sip":
      covered + ["कुल मासिक SIP: {required_sip.rounded}।"] + then("increase_sip") + [free]
    case "start_step_up":
      covered + ["आज की मासिक SIP: {monthly_sip}। सालाना बढ़ोतरी: {after.start_step_up.step_up}।"]
        + then("start_step_up") + [free]
    case "extend_horizon":
      covered + ["तारीख़: {target_date}। आगे की तारीख़: {after.extend_horizon.target_date}।"]
        + then("extend_horizon") + [free]
    case "lower_target":
      covered
        + ["आज के दाम पर लक्ष्य: {target_today}। छोटी रकम: {after.lower_target.target_today}।"]
        + then("lower_target") + [free]
    case "redirect_new_sip":
      [
        "तय अनुपात से फ़र्क़: {drift.largest}।",
        "\(RecommendationWordsHindi.assetClass(subject.lever)) की ओर नया पैसा: {redirect.amount} हर महीने।",
        "इस क़दम के साथ फ़र्क़: {redirect.drift}।", free,
      ]
    case "rebalance": sale
    default: portfolioSentences
    }
  }

  private var covered: [String] { ["अभी की योजना: लक्ष्य का {funded_ratio}।"] }

  private var free: String { "ख़र्च: कुछ नहीं। इसे वापस बदला जा सकता है।" }

  private func then(_ kind: String) -> [String] {
    ["इस क़दम के साथ: लक्ष्य का {after.\(kind).funded_ratio}।"]
  }

  private var sale: [String] {
    let later = "{sale.wait_until} से: टैक्स {sale.tax.later}, एग्ज़िट लोड {sale.exit_load.later}।"
    return [
      "तय अनुपात से फ़र्क़: {drift.largest}।", "इतना पैसा हटेगा: {sale.amount}।",
      "इस क़दम के साथ फ़र्क़: {sale.drift}।",
      "आज अनुमानित टैक्स: {sale.tax}। आज एग्ज़िट लोड: {sale.exit_load}।",
    ] + (subject.lever.hasSuffix("_later") ? [later] : []) + ["इसे वापस नहीं किया जा सकता।"]
  }

  private var portfolioSentences: [String] {
    switch subject.state {
    case "consolidate_overlap":
      [
        "फंडों में सबसे बड़ी समानता: {overlap.largest}।",
        "नया पैसा उनमें से किसी एक में ही जाए, तो: {after.consolidate_overlap.overlap}।", free,
      ]
    case "review_scheme":
      subject.lever == "regular_plan"
        ? [
          "रेगुलर प्लान का सालाना ख़र्च: {ter}। डायरेक्ट प्लान का: {direct_ter}।",
          "लक्ष्य की अवधि में अंतर: {expense_drag}।", "नज़र डालने में कोई ख़र्च नहीं।",
        ]
        : [
          "फंड का मूल्य: {value}। वह \(RecommendationWordsHindi(subject).fundState)।", "फंड की स्थिति: {status}।",
          "नज़र डालने में कोई ख़र्च नहीं।",
        ]
    case "build_emergency_fund":
      ["पास का पैसा: {value}। चाहा गया आपात फंड: {target}। कमी: {shortfall}।"]
    default:
      subject.lever == "portfolio"
        ? ["निवेश का मूल्य: {value}।", "कोई बदलाव प्रस्तावित नहीं है।"]
        : ["अभी की योजना: लक्ष्य का {funded_ratio}।", "कोई बदलाव प्रस्तावित नहीं है।"]
    }
  }
}
