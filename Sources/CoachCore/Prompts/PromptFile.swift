import Foundation
import Mustache

/// One prompt text: its front matter, its template and where it came from.
struct PromptFile: Sendable {
  /// What the file is for; also the name of its folder.
  enum Role: String, Sendable, CaseIterable {
    /// Persona, bans and the rules of the output.
    case system
    /// The question, with the facts.
    case task
    /// What the rails said of a draft, and the request to mend it.
    case eval

    /// The names a template of this role may use; a name outside is an error when the file is read.
    var names: Set<String> {
      let brief: Set = [
        "agent", "as_of", "language", "lever", "max_words", "scope", "severity", "state", "subject_kind",
        "tone",
        "topic_key",
      ]
      return switch self {
      case .system: ["agent", "language", "max_words", "tone"]
      case .task: brief
      case .eval: brief.union(["attempt", "reasons", "rail", "code", "field", "text", "detail"])
      }
    }

    /// The partials a template of this role must carry, so that no author drops a machine block.
    var requiredPartials: Set<String> { self == .task ? ["facts", "contract"] : [] }
  }

  let role: Role
  let agent: String
  let path: String
  let frontMatter: PromptFrontMatter
  let source: String
  private let library: MustacheLibrary

  /// Reads a prompt.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt`, naming file and line.
  init(role: Role, agent: String, path: String, source: String) throws(CoachError) {
    let (frontMatter, body, bodyLine) = try PromptFrontMatter.split(source, path: path)
    try PromptNames.check(body, role: role, path: path, firstLine: bodyLine)
    do {
      // Prompts are text: nothing in them is escaped for HTML.
      var library = MustacheLibrary()
      try library.register("{{% CONTENT_TYPE:TEXT}}" + body, named: Self.entry)
      // A block is data: as the value of one variable no brace inside it can become a tag.
      for block in MachineBlocks.partials.sorted() {
        try library.register("{{{\(MachineBlocks.variable(block))}}}", named: block)
      }
      self.library = library
    } catch {
      throw CoachError(.invalidPrompt, "\(path): the template does not parse: \(error)", cause: error)
    }
    self.role = role
    self.agent = agent
    self.path = path
    self.frontMatter = frontMatter
    self.source = source
  }

  /// The text with its names filled in, without blank lines at its ends.
  func render(_ values: [String: Any]) -> String {
    (library.render(values, withTemplate: Self.entry) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static let entry = "prompt"
}
