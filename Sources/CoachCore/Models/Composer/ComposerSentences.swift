/// What the composer says, by state, lever and tone.
///
/// Names in braces are facts of the goal.
enum ComposerSentences {
  static func title(_ state: String, subject: String) -> String {
    let subject = subject.prefix(1).uppercased() + subject.dropFirst()
    return switch state {
    case "on_track": "\(subject) is on track under these assumptions"
    case "close": "\(subject) is nearly there"
    case "behind": "\(subject) is behind"
    case "matured": "\(subject) has reached its date"
    default: "\(subject) is far behind"
    }
  }

  /// Where the goal stands.
  static func opening(_ state: String) -> [String] {
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
  static func lever(_ lever: String, state: String) -> [String] {
    switch lever {
    case "step_up":
      ["Raising the monthly SIP of {monthly_sip} by {required_step_up} every year would close it on paper."]
    case "sip":
      ["A monthly SIP of {required_sip.rounded} in all would close it on paper."]
    case "horizon":
      ["A later date, or a smaller target, is the lever that is left."]
    default:
      ["The SIP can stay as it is."]
    }
  }

  static func close(tone: String, state: String) -> String? {
    switch tone {
    case "encouraging":
      state == "on_track" ? "Steady instalments did this." : "Small, regular changes add up."
    case "plain": state == "on_track" ? "A look at it every year is enough." : nil
    default: nil
    }
  }

  /// Said when there are words left for it.
  static func optional(_ state: String) -> [String] {
    guard state != "matured" else { return [] }
    return [
      "Prices are assumed to rise {inflation} a year.",
      "What is set aside today is worth {current_value}.",
    ]
  }

  static let risk = "Actual returns can be lower."
}
