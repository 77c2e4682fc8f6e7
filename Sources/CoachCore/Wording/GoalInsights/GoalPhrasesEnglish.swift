/// What goal insights says in English.
struct GoalPhrasesEnglish: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    Phrasing(
      title: Self.title(subject), factPrefix: "goal.\(subject.ref ?? "").",
      sentences: Self.standing(subject.state) + Self.lever(subject.lever)
        + Self.remark(tone: subject.tone, state: subject.state),
      optional: subject.state == "matured"
        ? []
        : [
          "Prices are assumed to rise {inflation} a year.",
          "In {probability.paths} simulated paths under the stated assumptions, {probability} reach the target.",
          "What is set aside so far is worth {current_value}.",
        ],
      closing: ["Actual returns can be lower."])
  }

  func template(_ subject: ProseSubject) -> Phrasing {
    Phrasing(
      title: Self.templateTitle(subject), factPrefix: "goal.\(subject.ref ?? "").",
      sentences: Self.templateSentences(subject),
      closing: subject.state == "matured" ? [] : ["Actual returns can be lower."])
  }

  /// The words for a kind of goal, when its own name stays out of the prose.
  private static func noun(_ kind: String) -> String {
    switch kind {
    case "emergency": "your emergency fund"
    case "house", "car", "retirement", "education", "travel", "wedding": "your \(kind) goal"
    default: "your goal"
    }
  }

  // MARK: Composed

  private static func title(_ subject: ProseSubject) -> String {
    let noun = noun(subject.kind)
    let name = noun.prefix(1).uppercased() + noun.dropFirst()
    return switch subject.state {
    case "on_track": "\(name) is on track under these assumptions"
    case "close": "\(name) is nearly there"
    case "behind": "\(name) is behind"
    case "matured": "\(name) has reached its date"
    default: "\(name) is far behind"
    }
  }

  /// Where the goal stands.
  private static func standing(_ state: String) -> [String] {
    switch state {
    case "matured":
      [
        "The target date of {target_date} has come.",
        "What is set aside is worth {current_value}, beside a target of {target_today}.",
      ]
    case "on_track":
      [
        "At an assumed {assumed_return} a year the plan reaches {projected} by {target_date}, "
          + "beside an inflated target of {target_future}.",
        "That leaves a surplus of {surplus}.",
      ]
    default:
      [
        "At an assumed {assumed_return} a year the plan reaches {projected} by {target_date}, "
          + "beside an inflated target of {target_future}.",
        "That leaves a shortfall of {shortfall}.",
      ]
    }
  }

  /// The one thing that would help most.
  private static func lever(_ lever: String) -> [String] {
    switch lever {
    case "step_up":
      ["Raising the monthly SIP of {monthly_sip} by {required_step_up} every year would close it on paper."]
    case "sip":
      [
        "A monthly SIP of {required_sip.rounded} in all, in funds that take new money, would close it on "
          + "paper."
      ]
    case "horizon":
      ["A later date, or a smaller target, is the lever that is left."]
    default:
      ["The SIP can stay as it is."]
    }
  }

  private static func remark(tone: String, state: String) -> [String] {
    switch tone {
    case "encouraging":
      [state == "on_track" ? "Steady instalments did this." : "Small, regular changes add up."]
    case "plain": state == "on_track" ? ["A look at it every year is enough."] : []
    default: []
    }
  }

  // MARK: Template

  private static func templateTitle(_ subject: ProseSubject) -> String {
    let noun = noun(subject.kind).replacing("your ", with: "")
    let name = noun.prefix(1).uppercased() + noun.dropFirst()
    return switch subject.state {
    case "on_track": "\(name): on track"
    case "close": "\(name): close to its target"
    case "behind": "\(name): behind its target"
    case "matured": "\(name): date reached"
    default: "\(name): far behind its target"
    }
  }

  private static func templateSentences(_ subject: ProseSubject) -> [String] {
    if subject.state == "matured" {
      return [
        "Value set aside: {current_value}. Target: {target_today}.",
        "The target date {target_date} has come.",
      ]
    }
    let standing =
      subject.state == "on_track"
      ? "Surplus on these assumptions: {surplus}." : "Shortfall on these assumptions: {shortfall}."
    let lever =
      switch subject.lever {
      case "step_up": ["Yearly step-up that closes it on paper: {required_step_up}."]
      case "sip": ["Monthly SIP in all that closes it on paper: {required_sip.rounded}."]
      default: [String]()
      }
    return [
      "Projected value: {projected}, at an assumed {assumed_return} a year.",
      "Inflated target: {target_future}.",
      standing,
    ] + lever
  }
}
