/// What goal insights says in Hindi.
struct GoalPhrasesHindi: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    Phrasing(
      title: Self.title(subject), factPrefix: "goal.\(subject.ref ?? "").",
      sentences: Self.standing(subject.state) + Self.lever(subject.lever)
        + Self.remark(tone: subject.tone, state: subject.state),
      optional: subject.state == "matured"
        ? []
        : [
          "लक्ष्य की कीमत हर साल {inflation} बढ़ती मानी गई है।",
          "इन्हीं मान्यताओं पर किए गए {probability.paths} सिमुलेशन में से {probability} में लक्ष्य पूरा होता दिखा।",
          "अब तक जमा रकम की कीमत {current_value} है।",
        ],
      closing: ["असल रिटर्न इससे कम भी रह सकता है।"])
  }

  func template(_ subject: ProseSubject) -> Phrasing {
    Phrasing(
      title: Self.templateTitle(subject), factPrefix: "goal.\(subject.ref ?? "").",
      sentences: Self.templateSentences(subject),
      closing: subject.state == "matured" ? [] : ["असल रिटर्न इससे कम भी रह सकता है।"])
  }

  /// The words for a kind of goal, when its own name stays out of the prose; in front of का or के where `oblique`.
  private static func noun(_ kind: String, oblique: Bool = false) -> String {
    let goal = oblique ? "के लक्ष्य" : "का लक्ष्य"
    return switch kind {
    case "emergency": oblique ? "इमरजेंसी फंड" : "आपका इमरजेंसी फंड"
    case "house": "घर \(goal)"
    case "car": "कार \(goal)"
    case "retirement": "रिटायरमेंट \(goal)"
    case "education": "पढ़ाई \(goal)"
    case "travel": "यात्रा \(goal)"
    case "wedding": "शादी \(goal)"
    default: oblique ? "आपके लक्ष्य" : "आपका लक्ष्य"
    }
  }

  // MARK: Composed

  private static func title(_ subject: ProseSubject) -> String {
    let noun = noun(subject.kind)
    return switch subject.state {
    case "on_track": "इन मान्यताओं पर \(noun) सही राह पर है"
    case "close": "\(noun) पूरा होने के करीब है"
    case "behind": "\(noun) पीछे चल रहा है"
    case "matured": "\(Self.noun(subject.kind, oblique: true)) की तारीख़ आ गई है"
    default: "\(noun) काफ़ी पीछे है"
    }
  }

  /// Where the goal stands.
  private static func standing(_ state: String) -> [String] {
    let outlook =
      "सालाना {assumed_return} रिटर्न मानें तो {target_date} तक {projected} जमा हो पाते हैं, "
      + "जबकि महँगाई जोड़कर {target_future} चाहिए।"
    return switch state {
    case "matured":
      [
        "लक्ष्य की तारीख़ {target_date} आ चुकी है।",
        "अब तक जमा रकम की कीमत {current_value} है, जबकि लक्ष्य {target_today} का था।",
      ]
    case "on_track": [outlook, "यानी ज़रूरत से {surplus} ज़्यादा।"]
    default: [outlook, "यानी {shortfall} की कमी रह जाती है।"]
    }
  }

  /// The one thing that would help most.
  private static func lever(_ lever: String) -> [String] {
    switch lever {
    case "step_up":
      ["हर महीने {monthly_sip} की SIP सालाना {required_step_up} बढ़ाई जाए तो, हिसाब के मुताबिक, यह कमी पूरी हो सकती है।"]
    case "sip":
      ["नई रकम लेने वाले फंडों में हर महीने कुल {required_sip.rounded} की SIP से, हिसाब के मुताबिक, यह कमी पूरी हो सकती है।"]
    case "horizon":
      ["अब तारीख़ आगे खिसकाना या लक्ष्य छोटा करना ही रास्ता बचता है।"]
    default:
      ["SIP जैसी चल रही है, वैसी ही रह सकती है।"]
    }
  }

  private static func remark(tone: String, state: String) -> [String] {
    switch tone {
    case "encouraging":
      [state == "on_track" ? "यह लगातार भरी गई किस्तों का नतीजा है।" : "छोटे-छोटे, नियमित कदम भी जुड़कर बड़े बनते हैं।"]
    case "plain": state == "on_track" ? ["हर साल इस पर नज़र डाल लेना काफ़ी है।"] : []
    default: []
    }
  }

  // MARK: Template

  private static func templateTitle(_ subject: ProseSubject) -> String {
    let noun = noun(subject.kind).replacing("आपका ", with: "")
    return switch subject.state {
    case "on_track": "\(noun): सही राह पर"
    case "close": "\(noun): पूरा होने के करीब"
    case "behind": "\(noun): पीछे"
    case "matured": "\(noun): तारीख़ आ गई"
    default: "\(noun): काफ़ी पीछे"
    }
  }

  private static func templateSentences(_ subject: ProseSubject) -> [String] {
    if subject.state == "matured" {
      return [
        "अब तक की कीमत: {current_value}। लक्ष्य: {target_today}।", "लक्ष्य की तारीख़ {target_date} आ चुकी है।",
      ]
    }
    let standing =
      subject.state == "on_track" ? "इन मान्यताओं पर अधिशेष: {surplus}।" : "इन मान्यताओं पर कमी: {shortfall}।"
    let lever =
      switch subject.lever {
      case "step_up": ["हिसाब के मुताबिक इसे पाटने के लिए SIP में सालाना बढ़ोतरी: {required_step_up}।"]
      case "sip": ["हिसाब के मुताबिक इसे पाटने के लिए कुल मासिक SIP: {required_sip.rounded}।"]
      default: [String]()
      }
    return [
      "अनुमानित रकम: {projected}, सालाना {assumed_return} रिटर्न मानकर।",
      "महँगाई जोड़कर लक्ष्य: {target_future}।",
      standing,
    ] + lever
  }
}
