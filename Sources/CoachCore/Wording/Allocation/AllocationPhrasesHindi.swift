/// What the allocation agent says in Hindi.
struct AllocationPhrasesHindi: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    let words = AllocationComposedHindi(subject: subject)
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
    case "drifted": "\(noun): पैसे का बँटवारा तय अनुपात से हट गया है"
    case "above": "\(noun): तारीख को देखते हुए इक्विटी ज़्यादा है"
    case "short": "आपातकालीन फंड अभी पूरा नहीं है"
    case "high": "कुछ फंडों में काफ़ी हद तक वही शेयर हैं"
    case "regular_plans": "रेगुलर प्लान अपने डायरेक्ट प्लान से महँगे हैं"
    default: "पैसा योजना के अनुसार बँटा हुआ है"
    }
  }

  /// The words for a kind of goal, when its own name stays out of the prose.
  private static func noun(_ kind: String) -> String {
    switch kind {
    case "emergency": "आपातकालीन फंड"
    case "house": "घर का लक्ष्य"
    case "car": "कार का लक्ष्य"
    case "retirement": "रिटायरमेंट का लक्ष्य"
    case "education": "पढ़ाई का लक्ष्य"
    case "travel": "यात्रा का लक्ष्य"
    case "wedding": "शादी का लक्ष्य"
    default: "आपका लक्ष्य"
    }
  }

  // MARK: Template

  /// Figures with their names; those the brief does not offer are left out.
  private static func figures(_ state: String) -> [String] {
    switch state {
    case "drifted", "above":
      [
        "इक्विटी का हिस्सा: {equity_weight}। प्रोफ़ाइल और समय के हिसाब से सीमा: {equity_ceiling}।",
        "इक्विटी का हिस्सा: {weight.equity}। तय हिस्सा: {target.equity}।",
        "डेट का हिस्सा: {weight.debt}। तय हिस्सा: {target.debt}।",
        "सोने का हिस्सा: {weight.gold}। तय हिस्सा: {target.gold}।",
        "लिक्विड पैसे का हिस्सा: {weight.cash}। तय हिस्सा: {target.cash}।",
        "महीने की SIP में से {redirect.class} में: {redirect.amount}। दायरे में लौटने का समय: {redirect.months}।",
        "महीने की SIP में से {redirect.class} में: {redirect.amount}। {redirect.outlook} बाद लक्ष्य से दूरी: "
          + "{redirect.drift}।",
        "{sale.amount} की बिक्री पर टैक्स {sale.tax} और एग्ज़िट लोड {sale.exit_load} लगेगा।",
        "{sale.wait_until} से वही बिक्री करने पर टैक्स {sale.tax.later} और एग्ज़िट लोड {sale.exit_load.later} लगेगा।",
      ]
    case "short":
      ["हाथ में पैसा: {emergency.value}। ज़रूरत: {emergency.target}। कमी: {emergency.shortfall}।"]
    case "high": ["फंडों की किसी जोड़ी में सबसे ज़्यादा समानता: {overlap.largest}।", "सीमा: {overlap.limit}।"]
    case "regular_plans":
      [
        "ऐसे रेगुलर प्लान में पैसा, जिनका डायरेक्ट प्लान भी है: {regular_plans.value}।",
        "लक्ष्यों की तारीख तक अनुमानित अतिरिक्त खर्च: {regular_plans.expense_drag}।",
      ]
    default: ["तय हिस्से से सबसे ज़्यादा दूरी: {drift.largest}। दायरा: {drift.band}।"]
    }
  }

  private static func ending(_ lever: String) -> [String] {
    switch lever {
    case "sale", "wait": ["टैक्स एक अनुमान है, टैक्स सलाह नहीं।"]
    case "redirect", "lean", "costs": ["असली आँकड़े इनसे अलग हो सकते हैं।"]
    default: []
    }
  }
}
