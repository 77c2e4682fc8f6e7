/// Finds the names a template uses, because the template engine renders an unknown one as nothing and says no word.
enum PromptNames {
  /// Checks every tag of a template against what its role is supplied with.
  ///
  /// - Parameter firstLine: the line of the file the template starts at, for messages.
  /// - Throws: `CoachError` with code `invalid_prompt` naming file, line, the name and those there are.
  static func check(
    _ template: String, role: PromptFile.Role, agent: String, path: String, firstLine: Int
  ) throws(CoachError) {
    var missing = role.requiredPartials(for: agent)
    let (names, partials) = (role.names(for: agent), MachineBlocks.partials(for: agent))
    for (offset, line) in template.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for tag in tags(in: line) {
        let place = "\(path):\(firstLine + offset)"
        switch tag.first {
        case ">":
          let name = bare(tag.dropFirst())
          guard partials.contains(name) else {
            throw CoachError(
              .invalidPrompt,
              "\(place): there is no partial {{> \(name)}}; there are \(listed(partials))")
          }
          missing.remove(name)
        case "!", "/", "%", "=":
          continue
        default:
          let name = bare(tag.drop { "#^&{".contains($0) })
          guard name == "." || names.contains(name) else {
            throw CoachError(
              .invalidPrompt,
              "\(place): nobody supplies {{\(name)}} to a \(role.rawValue) prompt; there are \(listed(names))"
            )
          }
        }
      }
    }
    guard missing.isEmpty else {
      throw CoachError(
        .invalidPrompt,
        "\(path): a \(role.rawValue) prompt needs {{> \(missing.sorted().joined(separator: "}} and {{> "))}}")
    }
  }

  private static func tags(in line: Substring) -> [Substring] {
    var found: [Substring] = []
    var rest = line
    while let open = rest.firstRange(of: "{{") {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { break }
      found.append(rest[..<close.lowerBound])
      rest = rest[close.upperBound...]
    }
    return found
  }

  private static func bare(_ text: Substring) -> String {
    text.filter { !$0.isWhitespace && $0 != "}" }
  }

  private static func listed(_ names: Set<String>) -> String {
    names.sorted().joined(separator: ", ")
  }
}
