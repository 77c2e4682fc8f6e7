/// Judges the tone of a text: no praise, no alarm, no shouting.
enum Tone {
  private enum Fault: String { case emptyPraise = "empty_praise", alarm }

  static func findings(in text: ProseText) -> [GuardrailVerdict.Finding] {
    let phrases = matcher.matches(in: text).map { match in
      text.finding(
        match.kind.rawValue, at: match.folded,
        detail: match.kind == .alarm
          ? "this alarms the reader; state the figure" : "praise tells the reader nothing; leave it out")
    }
    return phrases + exclamations(in: text) + capitals(in: text)
  }

  private static func exclamations(in text: ProseText) -> [GuardrailVerdict.Finding] {
    text.tokens.filter { $0.isSymbol("!") }.map {
      text.finding("exclamation", at: $0.range, detail: "end the sentence with a full stop")
    }
  }

  /// Words in capitals that are no abbreviation: orders such as `ACT NOW`.
  private static func capitals(in text: ProseText) -> [GuardrailVerdict.Finding] {
    text.words.filter { word in
      let scalars = text.folded.scalars[word.range]
      return scalars.count > 1 && scalars.allSatisfy(\.isLatinCapital) && shouted.contains(word.text)
    }.map { text.finding("capitals", at: $0.range, detail: "write it in small letters") }
  }

  /// Words that are written in capitals to order or to stress only.
  private static let shouted: Set<String> = [
    "act", "now", "must", "never", "always", "stop", "start", "invest", "buy", "sell", "hold", "do", "not",
    "don't",
    "increase", "raise", "save", "today", "urgent", "important", "warning", "attention", "alert",
    "immediately",
    "should", "need", "will", "all", "very", "only", "more", "less", "your", "you", "money", "goal", "risk",
    "danger",
    "critical", "serious", "review", "check", "please", "remember", "behind", "switch", "redeem", "add",
    "pay", "keep",
    "continue", "change", "reduce", "cut", "move", "wait", "read", "big", "huge", "far", "most", "best", "at",
    "once",
  ]

  private static let matcher = PhraseMatcher(praise + alarms + hindi)

  private static let praise: [PhraseRule<Fault>] = [
    PhraseRule(.emptyPraise, "congratulations|congrats|kudos|bravo|hooray|yay|woohoo|hurray"),
    PhraseRule(
      .emptyPraise,
      "amazing|awesome|fantastic|wonderful|brilliant|superb|fabulous|marvellous|terrific|stellar"),
    PhraseRule(
      .emptyPraise, "excellent|outstanding|impressive|remarkable|incredible|exceptional|phenomenal|splendid"),
    PhraseRule(
      .emptyPraise,
      "great|good|nice|super|excellent|solid|fine job|work|going|start|progress|discipline|choice"),
    PhraseRule(.emptyPraise, "well done"),
    PhraseRule(.emptyPraise, "proud of|yourself"),
    PhraseRule(.emptyPraise, "keep it up"),
    PhraseRule(.emptyPraise, "keep up the|this"),
    PhraseRule(.emptyPraise, "hats off"),
    PhraseRule(.emptyPraise, "star|smart|wise|savvy|champion|model investor|saver|planner"),
    PhraseRule(.emptyPraise, "you are|you're ..2 genius|star|champion|pro|rockstar|great|smart|wise"),
    PhraseRule(.emptyPraise, "you rock"),
    PhraseRule(.emptyPraise, "perfect|perfectly ..1 plan|done|portfolio|planned|managed|choice"),
  ]

  private static let alarms: [PhraseRule<Fault>] = [
    PhraseRule(.alarm, "disaster|disastrous|catastroph*|nightmare|doom*|devastat*|calamity|apocaly*"),
    PhraseRule(
      .alarm,
      "alarming|alarmingly|terrible|terribly|horrible|horribly|dire|dreadful|scary|frightening|shocking"),
    PhraseRule(.alarm, "panic|panicking|crisis|ruin|ruined|ruinous|bleeding|haemorrhag*|hemorrhag*"),
    PhraseRule(.alarm, "in ..1 danger|trouble|peril|jeopardy"),
    PhraseRule(.alarm, "serious|deep|big|grave|severe trouble|danger|problem|crisis"),
    PhraseRule(.alarm, "red alert|flag"),
    PhraseRule(.alarm, "dangerously|hopeless|hopelessly|desperate|desperately"),
    PhraseRule(.alarm, "you will|'ll? lose|losing everything|it|all"),
    PhraseRule(.alarm, "wiped|wipe|wiping out"),
  ]

  private static let hindi: [PhraseRule<Fault>] = [
    PhraseRule(.emptyPraise, "शाबाश|शाबास|बधाई|वाह|लाजवाब|कमाल|शानदार|जबरदस्त|अद्भुत|बेमिसाल|उत्कृष्ट"),
    PhraseRule(.emptyPraise, "बहुत अच्छा|अच्छे|बढ़िया|खूब|बढिया ..1 काम|किया|कर"),
    PhraseRule(.emptyPraise, "बढ़िया|अच्छा|उम्दा काम"),
    PhraseRule(.emptyPraise, "गर्व ..2 आप|खुद|अपने"),
    PhraseRule(.emptyPraise, "आप ..2 समझदार|होशियार|बेहतरीन|चैंपियन"),
    PhraseRule(.alarm, "तबाह*|बर्बाद*|भयानक|भयावह|डरावना|डरावनी|विनाश*|प्रलय|हाहाकार|आफत"),
    PhraseRule(.alarm, "संकट|खतरे|मुसीबत में"),
    PhraseRule(.alarm, "गंभीर|भारी|बड़ा|बड़ी संकट|खतरा|मुसीबत|परेशानी"),
    PhraseRule(.alarm, "सब कुछ ..2 डूब|खो|लुट*"),
    PhraseRule(.alarm, "घबरा*|दहशत"),
  ]
}
