import CoachCore
import JSONKit

/// A disliked session as a case of a suite.
struct FeedbackCase: Hashable, Sendable {
  let session: String
  let request: CoachRequest
  /// The portfolio's file, from the project's folder on.
  let portfolio: String
  /// What was disliked in it, the latest first.
  let dislikes: [Dislike]

  /// The case's lines, under `cases:`; the same input gives the same text.
  var yaml: String {
    var lines = dislikes.flatMap { dislike in
      [note("disliked: \(dislike.topicKey)")] + (dislike.comment.map { [note("said: \($0)")] } ?? [])
    }
    if request.options.variant != "baseline" || request.options.model != "composer" {
      lines.append(note("told by: variant \(request.options.variant), model \(request.options.model)"))
    }
    lines.append("  - id: \(quoted(id))")
    lines.append("    portfolio: \(quoted(portfolio))")
    lines.append("    trigger: \(request.trigger.rawValue)")
    lines.append("    as_of: \(request.asOf)")
    if !request.scope.isEmpty {
      lines.append("    scope: [\(request.scope.map(quoted).joined(separator: ", "))]")
    }
    if let language = request.options.language { lines.append("    language: \(quoted(language))") }
    if request.options.research { lines.append("    research: true") }
    if let critique = request.options.critique { lines.append("    critique: \(quoted(critique))") }
    lines.append("    checks: [standard]")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The session's id in the letters an id of a case may have.
  private var id: String {
    let allowed = session.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
        || "-_.".unicodeScalars.contains(scalar)
        ? Character(scalar) : "-"
    }
    return "session-" + String(allowed.prefix(90))
  }

  /// One comment line: whatever a user wrote cannot end it and become part of the suite.
  private func note(_ text: String) -> String {
    let line = PIIScrubber().scrub(text).unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: " "
      default: Character(scalar)
      }
    }
    return "  # " + String(line)
  }

  /// A JSON string, which is a double-quoted scalar of YAML too.
  private func quoted(_ text: String) -> String { JSONValue.string(text).compact() }
}
