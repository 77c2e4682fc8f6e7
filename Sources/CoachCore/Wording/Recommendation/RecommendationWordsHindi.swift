/// The Hindi sentences of a recommendation, in the order they are said.
struct RecommendationWordsHindi {
  private let subject: ProseSubject

  init(_ subject: ProseSubject) {
    self.subject = subject
  }

  /// The goal, in a form that takes `के लिए` and `का` behind it.
  private var noun: String {
    switch subject.kind {
    case "emergency": "आपात फंड"
    case "house": "घर के लक्ष्य"
    case "car": "कार के लक्ष्य"
    case "retirement": "रिटायरमेंट के लक्ष्य"
    case "education": "पढ़ाई के लक्ष्य"
    case "travel": "यात्रा के लक्ष्य"
    case "wedding": "शादी के लक्ष्य"
    default: "लक्ष्य"
    }
  }

  /// The words for an asset class.
  static func assetClass(_ name: String) -> String {
    switch name {
    case "debt": "डेट फंडों"
    case "gold": "सोने"
    case "cash": "लिक्विड फंडों"
    default: "इक्विटी फंडों"
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
      subject.lever == "sip_start" ? "\(noun) के लिए मासिक SIP" : "\(noun) के लिए बड़ी SIP"
    case "start_step_up": "\(noun) की SIP में हर साल बढ़ोतरी"
    case "extend_horizon": "\(noun) के लिए आगे की तारीख़"
    case "lower_target": "\(noun) के लिए छोटी रकम"
    case "redirect_new_sip": "\(noun) के लिए नई किस्तों की दिशा"
    case "rebalance": "\(noun) का संतुलन वापस लाना"
    case "consolidate_overlap": "काफ़ी हद तक एक जैसे फंड"
    case "review_scheme": "आपके किसी फंड पर एक नज़र"
    case "build_emergency_fund": "सबसे पहले आपात फंड"
    default: subject.lever == "profile" ? "पहले जोखिम प्रोफ़ाइल" : noActionTitle
    }
  }

  private var noActionTitle: String {
    subject.lever == "fixed" ? "\(noun) के लिए कोई क़दम उपयुक्त नहीं" : "अभी किसी बदलाव की ज़रूरत नहीं"
  }

  // MARK: Effect

  var effect: [String] {
    switch subject.state {
    case "increase_sip": [covers] + raise
    case "start_step_up":
      [
        covers,
        "अगर {monthly_sip} की मासिक SIP हर साल {after.start_step_up.step_up} बढ़े, तो योजना लक्ष्य का "
          + "{after.start_step_up.funded_ratio} जुटा सकेगी।",
      ]
    case "extend_horizon": laterDate
    case "lower_target":
      [
        covers,
        "आज के दाम पर लक्ष्य {target_today} की जगह {after.lower_target.target_today} हो, तो योजना उसका "
          + "{after.lower_target.funded_ratio} जुटा सकेगी।",
      ]
    case "redirect_new_sip":
      [
        "इस लक्ष्य का पैसा अपने तय अनुपात से {drift.largest} हट गया है।",
        "अगर मौजूदा SIP में से {redirect.amount} हर महीने \(Self.assetClass(subject.lever)) में जाए, तो यह फ़र्क़ "
          + "{redirect.drift} रह सकता है।",
        "यह हिसाब {redirect.outlook} आगे तक का है, भाव स्थिर मानकर।",
      ]
    case "rebalance":
      [
        "इस लक्ष्य का पैसा अपने तय अनुपात से {drift.largest} हट गया है।",
        "अगर \(soldClass) से {sale.amount} दूसरी जगह जाए, तो यह फ़र्क़ {sale.drift} रह सकता है।",
      ]
    default: portfolioEffect
    }
  }

  private var covers: String { "अभी की योजना महँगाई जोड़कर बने लक्ष्य का {funded_ratio} जुटाती है।" }

  private var raise: [String] {
    subject.lever == "sip_start"
      ? ["अगर मासिक SIP {required_sip.rounded} की हो, तो योजना {after.increase_sip.funded_ratio} जुटा सकेगी।"]
      : [
        "अगर मासिक SIP {monthly_sip} की जगह कुल {required_sip.rounded} हो, तो योजना "
          + "{after.increase_sip.funded_ratio} जुटा सकेगी।"
      ]
  }

  private var laterDate: [String] {
    subject.lever == "horizon_matured"
      ? [
        "लक्ष्य की तारीख़ {target_date} आ चुकी है, और जमा पैसा लक्ष्य का {funded_ratio} है।",
        "{after.extend_horizon.target_date} तक यह उस समय की लागत का {after.extend_horizon.funded_ratio} हो सकेगा।",
      ]
      : [
        "अभी की योजना {target_date} तक महँगाई जोड़कर बने लक्ष्य का {funded_ratio} जुटाती है।",
        "तारीख़ {after.extend_horizon.target_date} हो, तो योजना {after.extend_horizon.funded_ratio} जुटा सकेगी।",
      ]
  }

  private var portfolioEffect: [String] {
    switch subject.state {
    case "consolidate_overlap":
      [
        "सबसे मिलते-जुलते फंडों में {overlap.largest} निवेश समान है।",
        "अगर नई किस्तें उनमें से किसी एक में ही जाएँ, तो बाक़ी फंडों में सबसे बड़ी समानता "
          + "{after.consolidate_overlap.overlap} रह सकती है।",
      ]
    case "review_scheme": review
    case "build_emergency_fund":
      [
        "आपात ज़रूरत के लिए आपके पास {value} हैं।",
        "{shortfall} और अलग रखने पर यह रकम {target} तक पहुँच सकती है, जो सामान्य पैमाना है।",
      ]
    default: standstill
    }
  }

  private var review: [String] {
    if subject.lever == "regular_plan" {
      return [
        "आपके किसी रेगुलर प्लान का सालाना ख़र्च {ter} है, और उसी के डायरेक्ट प्लान का {direct_ter}।",
        "लक्ष्य की अवधि में यह अंतर {expense_drag} तक पहुँच सकता है।",
      ]
    }
    return ["आपका {value} का निवेश जिस फंड में है, वह \(fundState)।", "आपके पास जो फंड है, उसकी स्थिति: {status}।"]
  }

  /// What has become of a fund.
  var fundState: String {
    switch subject.lever {
    case "wound_up": "समेटा जा चुका है"
    case "merged": "दूसरे फंड में मिल चुका है"
    default: "नए निवेश के लिए बंद है"
    }
  }

  private var standstill: [String] {
    switch subject.lever {
    case "profile":
      [
        "\(noun) की योजना लक्ष्य का {funded_ratio} जुटाती है।",
        "कोई बदलाव आपके लिए ठीक होगा या नहीं, यह जोखिम प्रोफ़ाइल पर टिका है, जो पता नहीं है या पुरानी हो चुकी है।",
      ]
    case "fixed":
      [
        "\(noun) की योजना लक्ष्य का {funded_ratio} जुटाती है।",
        "जो क़दम इस लक्ष्य के लिए खुले हैं, उनसे बात नहीं बनती; आगे की तारीख़ या छोटी रकम ही रास्ता हो सकती है, "
          + "अगर लक्ष्य इसकी छूट दे।",
      ]
    case "all_on_track":
      ["हर लक्ष्य सही राह पर है; जिसमें सबसे कम गुंजाइश है, उसकी योजना भी लक्ष्य का {funded_ratio} जुटाती है।"]
    case "portfolio": ["आपके निवेश का मूल्य {value} है, और किसी लक्ष्य के लिए बदलाव की ज़रूरत नहीं है।"]
    default: ["\(noun) की योजना लक्ष्य का {funded_ratio} जुटाती है, इसलिए वह जैसी है वैसी रह सकती है।"]
    }
  }

  // MARK: Age of the prices

  /// How old the prices are; left out unless the brief offers the date, as it does for old ones only.
  var age: [String] {
    subject.state == "review_scheme"
      ? ["उसका आख़िरी भाव {nav_date} का है।"]
      : ["इसमें कुछ भाव पुराने हैं; सबसे पुराना भाव {portfolio.nav_date} का है।"]
  }

  // MARK: Cost and undoing

  var cost: [String] {
    switch subject.state {
    case "increase_sip", "start_step_up":
      ["इसमें कुछ बेचना नहीं पड़ता, इसलिए न टैक्स लगता है न एग्ज़िट लोड, और SIP बाद में वापस पहले जैसी की जा सकती है।"]
    case "extend_horizon", "lower_target":
      ["इसमें कोई ख़र्च नहीं है, और इसे बाद में वापस बदला जा सकता है।"]
    case "redirect_new_sip":
      ["सिर्फ़ नई किस्तों की दिशा बदलती है: न टैक्स लगता है न एग्ज़िट लोड, और इसे वापस बदला जा सकता है।"]
    case "rebalance": saleCost
    case "consolidate_overlap": ["जो निवेश है वह बना रहता है, इसलिए कोई ख़र्च नहीं है और इसे वापस बदला जा सकता है।"]
    case "review_scheme": ["नज़र डालने में कोई ख़र्च नहीं है, और इससे अपने आप कुछ नहीं बदलता।"]
    case "build_emergency_fund": ["पास रखा पैसा बाद में किसी और काम में भी आ सकता है।"]
    default: []
    }
  }

  private var saleCost: [String] {
    let today = "आज ऐसा करने पर अनुमानित टैक्स {sale.tax} और एग्ज़िट लोड {sale.exit_load} लगेगा।"
    let later = "{sale.wait_until} से टैक्स {sale.tax.later} और एग्ज़िट लोड {sale.exit_load.later} लगेगा।"
    return [today] + (isLater ? [later] : []) + ["बिक्री वापस नहीं हो सकती।"]
  }

  // MARK: Reasons and remarks

  /// Why it suits.
  var reasons: [String] {
    switch subject.state {
    case "increase_sip":
      subject.lever == "sip_far"
        ? [
          "ज़्यादा रिटर्न मान लेना हल नहीं है, क्योंकि उतना मानने की इजाज़त नहीं है।",
          "आगे की तारीख़ या छोटी रकम से यह आसान हो सकता है, अगर लक्ष्य इसकी छूट दे।",
        ]
        : ["लक्ष्य की तारीख़ और रकम दोनों वही रहती हैं।", "माना गया रिटर्न {assumed_return} सालाना है।"]
    case "start_step_up":
      ["शुरुआत छोटी रहती है और किस्त आमदनी के साथ बढ़ती है।", "माना गया रिटर्न {assumed_return} सालाना है।"]
    case "extend_horizon": ["इस लक्ष्य की तारीख़ बदली जा सकती है, इसलिए यह क़दम उपयुक्त है।"]
    case "lower_target": ["इस लक्ष्य की रकम बदली जा सकती है, इसलिए यह क़दम उपयुक्त है।"]
    case "redirect_new_sip":
      [
        "यह लक्ष्य के लिए चुने गए अनुपात के भीतर रहता है।",
        "सिर्फ़ नए पैसे से अनुपात {redirect.months} में वापस दायरे में आ सकता है।",
      ]
    case "rebalance": ["सिर्फ़ नई किस्तों से इसमें बहुत समय लगेगा, या किस्तें चल ही नहीं रहीं।"]
    case "consolidate_overlap": ["कम फंडों पर नज़र रखना आसान है, और फैलाव लगभग वैसा ही रहता है।"]
    case "review_scheme":
      subject.lever == "regular_plan"
        ? ["कोई भी बदलाव करने से पहले उसका टैक्स और एग्ज़िट लोड जानना ज़रूरी होगा।"]
        : ["जो किस्तें उसके लिए थीं, उन्हें दूसरी जगह चाहिए होगी।"]
    case "build_emergency_fund": ["इससे अचानक आया ख़र्च दूसरे लक्ष्यों को नहीं छूता।"]
    default: []
    }
  }

  var remark: [String] {
    let isSaving = ["increase_sip", "start_step_up", "redirect_new_sip"].contains(subject.state)
    return subject.tone == "encouraging" && isSaving ? ["छोटे और नियमित बदलाव मिलकर असर दिखाते हैं।"] : []
  }

  /// What has to be said of any projection.
  var closing: [String] {
    switch subject.state {
    case "increase_sip", "start_step_up", "extend_horizon", "lower_target":
      ["असल रिटर्न इससे कम हो सकते हैं।"]
    case "no_action" where subject.lever != "portfolio": ["असल रिटर्न इससे कम हो सकते हैं।"]
    default: []
    }
  }
}
