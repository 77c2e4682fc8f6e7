/// Writes a goal's insight from its facts alone, when no draft of the model passed the rails.
///
/// Its words are few and fixed, and each figure comes with its citation, so that it passes every rail by construction;
/// it is judged like any draft all the same.
enum GoalTemplate {
  static func draft(_ brief: ArtifactBrief) -> Draft {
    var prose = CitedProse(prefix: "goal.\(brief.scopeRef ?? "").") { brief.facts[$0]?.display.en }
    for sentence in sentences(brief) { prose.add(sentence) }
    return Draft(
      title: title(brief), bodyMarkdown: prose.body, claims: prose.claims, citations: prose.citations)
  }

  private static func title(_ brief: ArtifactBrief) -> String {
    let goal = GoalWording.noun(kind: brief.subjectKind).replacing("your ", with: "")
    let name = goal.prefix(1).uppercased() + goal.dropFirst()
    return switch brief.state {
    case "on_track": "\(name): on track"
    case "close": "\(name): close to its target"
    case "behind": "\(name): behind its target"
    case "matured": "\(name): date reached"
    default: "\(name): far behind its target"
    }
  }

  private static func sentences(_ brief: ArtifactBrief) -> [String] {
    if brief.state == "matured" {
      return [
        "Value today: {current_value}. Target: {target_today}.", "The target date {target_date} has come.",
      ]
    }
    let standing =
      brief.state == "on_track"
      ? "Surplus on these assumptions: {surplus}." : "Shortfall on these assumptions: {shortfall}."
    let lever =
      switch brief.lever {
      case "step_up": ["Yearly step-up that closes it on paper: {required_step_up}."]
      case "sip": ["Monthly SIP in all that closes it on paper: {required_sip.rounded}."]
      default: [String]()
      }
    return [
      "Projected value: {projected}, at an assumed {assumed_return} a year.",
      "Inflated target: {target_future}.",
      standing,
    ] + lever + ["Actual returns can be lower."]
  }
}
