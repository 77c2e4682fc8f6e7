/// What the performance agent says in Hindi.
///
/// Of a gain and a loss only one is among the facts, so the sentence of the other is left out.
struct PerformancePhrasesHindi: Phrasebook {
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
    case "ok": "आपके पोर्टफ़ोलियो का अब तक का रिटर्न"
    case "too_short": "सालाना रिटर्न बताना अभी जल्दबाज़ी होगी"
    case "incomplete_cas": "सालाना रिटर्न अभी नहीं बताया जा सकता"
    case "multiple_roots": "आपके लेन-देन का कोई एकमात्र सालाना रिटर्न नहीं निकलता"
    default: "सालाना रिटर्न नहीं बताया जा सकता"
    }
  }

  private static func portfolio(_ state: String) -> [String] {
    let old = "इसमें कुछ भाव पुराने हैं; सबसे पुराना भाव {nav_date} का है।"
    return opening(state) + [old]
  }

  private static func opening(_ state: String) -> [String] {
    switch state {
    case "ok":
      [
        "{first_flow} से अब तक की हर जमा और निकासी को मिलाकर, आपके पैसे पर {xirr} का सालाना रिटर्न रहा है।",
        "{first_flow} से अब तक की हर जमा और निकासी को मिलाकर, आपके पैसे पर {yearly_loss} का सालाना नुकसान रहा है।",
        "आपके निवेश का मूल्य {value} है।",
      ]
    case "too_short":
      [
        "आपने पहली रकम {first_flow} को लगाई थी; सालाना रिटर्न बताने के लिए यह समय बहुत छोटा है।",
        "आपके निवेश की लागत {cost} थी और उसका मूल्य {value} है।",
        "यानी अब तक कुल {absolute_return} की बढ़त; यह सालाना दर नहीं है।",
        "यानी अब तक कुल {absolute_loss} का नुकसान; यह सालाना दर नहीं है।",
      ]
    default: withoutRate(state)
    }
  }

  /// Why no yearly return is stated, and what is known all the same.
  private static func withoutRate(_ state: String) -> [String] {
    switch state {
    case "incomplete_cas":
      [
        "आपके निवेश का मूल्य {value} है।",
        "पूरे लेन-देन का ब्योरा मौजूद नहीं है, इसलिए सालाना रिटर्न नहीं बताया गया है।",
        "पहली ख़रीद से शुरू होने वाला स्टेटमेंट मिलने पर इसका हिसाब हो सकता है।",
      ]
    case "multiple_roots":
      [
        "पैसा इस तरह आया-गया कि कई सालाना दरें ठीक बैठती हैं, इसलिए कोई दर नहीं बताई गई है।",
        "जो निवेश बाकी है, उसकी लागत {cost} थी और उसका मूल्य {value} है।",
        "यानी लागत पर {absolute_return} की बढ़त।",
        "यानी लागत पर {absolute_loss} का नुकसान।",
      ]
    default:
      [
        "दर्ज लेन-देन पर कोई सालाना दर ठीक नहीं बैठती, इसलिए कोई दर नहीं बताई गई है।",
        "आपके निवेश का मूल्य {value} है।",
        "{cost} की लागत पर यह {absolute_return} की बढ़त है।",
        "{cost} की लागत पर यह {absolute_loss} का नुकसान है।",
      ]
    }
  }

  /// What the units still held have gained or lost, beside the rate of all payments.
  private static func result(_ state: String) -> [String] {
    guard state == "ok" else { return [] }
    return [
      "जो निवेश बाकी है, उस पर {cost} की लागत के मुकाबले कुल {absolute_return} की बढ़त है।",
      "जो निवेश बाकी है, उस पर {cost} की लागत के मुकाबले कुल {absolute_loss} का नुकसान है।",
    ]
  }

  private static func lookingBack(_ state: String) -> String {
    state == "incomplete_cas"
      ? "मूल्य पर इसका असर नहीं पड़ता।" : "यह बीते समय का हिसाब है; आगे के साल अलग हो सकते हैं।"
  }

  private static func remark(_ subject: ProseSubject) -> [String] {
    guard subject.tone == "encouraging" else { return [] }
    return [
      subject.ref == nil ? "इसे समय-समय पर शांति से देख लेना काफ़ी है।" : "इसे शांति से देखने का समय है।"
    ]
  }

  private static func portfolioTemplate(_ state: String) -> [String] {
    let reason: [String] =
      switch state {
      case "ok":
        ["लेन-देन के हिसाब से सालाना रिटर्न (XIRR): {xirr}।", "लेन-देन के हिसाब से सालाना नुकसान (XIRR): {yearly_loss}।"]
      case "too_short": ["पहली जमा: {first_flow}। सालाना रिटर्न के लिए यह समय छोटा है।"]
      case "incomplete_cas": ["सालाना रिटर्न नहीं बताया गया: पूरे लेन-देन का ब्योरा मौजूद नहीं है।"]
      case "multiple_roots": ["सालाना रिटर्न नहीं बताया गया: लेन-देन पर कई दरें ठीक बैठती हैं।"]
      default: ["सालाना रिटर्न नहीं बताया गया: लेन-देन पर कोई दर ठीक नहीं बैठती।"]
      }
    return reason + [
      "मूल्य: {value}।", "लागत पर कुल बढ़त: {absolute_return}।", "लागत पर कुल नुकसान: {absolute_loss}।",
      "सबसे पुराने भाव की तारीख: {nav_date}।",
    ]
  }

  // MARK: One holding

  /// The words for a kind of fund, in the form that takes `का` behind it.
  private static func noun(_ kind: String) -> String {
    switch kind {
    case "index_fund": "इंडेक्स फंड"
    case "equity_fund": "इक्विटी फंड"
    case "debt_fund": "डेट फंड"
    case "liquid_fund": "लिक्विड फंड"
    case "gold_fund": "गोल्ड फंड"
    case "hybrid_fund": "हाइब्रिड फंड"
    case "overseas_fund": "विदेशी बाज़ारों वाले फंड"
    default: "फंड"
    }
  }

  private static func schemeTitle(_ state: String) -> String {
    switch state {
    case "dormant": "आपके किसी फंड का ताज़ा भाव नहीं है"
    case "stale": "आपके आँकड़ों में कोई भाव पुराना है"
    case "behind": "आपका कोई फंड अपने बेंचमार्क से पीछे है"
    case "ahead": "आपका कोई फंड अपने बेंचमार्क से आगे है"
    case "drawdown": "आपका कोई फंड अपने पिछले ऊँचे स्तर से काफ़ी नीचे है"
    default: "आपके किसी फंड का इतिहास छोटा है"
    }
  }

  private static func scheme(_ subject: ProseSubject, _ ref: String) -> [String] {
    let fund = "आपके \(noun(subject.kind)) का दर्ज मूल्य {holding.\(ref).value} है"
    let worth = "\(fund) और उसका"
    let window = "{benchmark.window_start} से {benchmark.window_end} के बीच"
    let priced = "इसका भाव {holding.\(ref).nav_date} का है।"
    return switch subject.state {
    case "dormant":
      [
        "\(worth) आख़िरी भाव {holding.\(ref).nav_date} का है।",
        "अब वह कितने में बिकेगा, यह पता नहीं, इसलिए उसका रिटर्न नहीं बताया गया है।",
      ]
    case "stale":
      [
        "\(worth) आख़िरी भाव {holding.\(ref).nav_date} का है।", "उस पर टिके आँकड़े भी उतने ही पुराने हैं।",
      ]
    case "behind":
      ["\(fund)।", "\(window) वह अपने बेंचमार्क से हर साल {benchmark.lag_3y} पीछे रहा।", priced]
    case "ahead":
      ["\(fund)।", "\(window) वह अपने बेंचमार्क से हर साल {benchmark.lead_3y} आगे रहा।", priced]
    case "drawdown":
      [
        "\(fund)।", "{drawdown.from} और {drawdown.low} के बीच वह {drawdown} गिरा।",
        "वह अभी उस ऊँचे स्तर पर नहीं लौटा है।", priced,
      ]
    default:
      ["\(worth) इतिहास केवल {history} का है।", "उसका प्रदर्शन बताने के लिए यह समय छोटा है।", priced]
    }
  }

  private static func detail(_ state: String) -> [String] {
    switch state {
    case "behind", "ahead":
      [
        "उस दौरान फंड का सालाना रिटर्न {benchmark.fund_return_3y} रहा।",
        "लाभांश समेत बेंचमार्क का सालाना रिटर्न {benchmark.return_3y} रहा।",
      ]
    default: []
    }
  }

  private static func schemeTemplate(_ subject: ProseSubject, _ ref: String) -> [String] {
    let noun = noun(subject.kind)
    let figures: [String] =
      switch subject.state {
      case "dormant": ["उसका रिटर्न नहीं बताया गया: उसके बाद कोई भाव नहीं आया।"]
      case "stale": ["यह भाव पुराना है।"]
      case "behind": ["{benchmark.window_end} तक बेंचमार्क से सालाना पिछड़न: {benchmark.lag_3y}।"]
      case "ahead": ["{benchmark.window_end} तक बेंचमार्क से सालाना बढ़त: {benchmark.lead_3y}।"]
      case "drawdown": ["{drawdown.from} से आई गिरावट, जो अभी पूरी नहीं हुई: {drawdown}।"]
      default: ["भाव का इतिहास: {history}। रिटर्न बताने के लिए यह समय छोटा है।"]
      }
    return [
      "आपके पास मौजूद \(noun) का मूल्य: {holding.\(ref).value}।", "उसके भाव की तारीख: {holding.\(ref).nav_date}।",
    ] + figures
  }
}
