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
    func names(for agent: String) -> Set<String> {
      let brief: Set = [
        "agent", "as_of", "language", "lever", "max_words", "scope", "severity", "state", "subject_kind",
        "tone",
        "topic_key",
      ]
      return switch self {
      case .system: ["agent", "language", "max_words", "tone"]
      case .task: brief
      // A model that reads a draft gives remarks; only the rails have codes and places.
      case .eval where agent == AgentName.qaCitation: brief.union(["attempt", "reasons", "text"])
      case .eval: brief.union(["attempt", "reasons", "rail", "code", "field", "text", "detail"])
      }
    }

    /// The partials a template of this role must carry, so that no author drops a machine block.
    func requiredPartials(for agent: String) -> Set<String> {
      self == .task ? MachineBlocks.partials(for: agent) : []
    }
  }

  let role: Role
  let agent: String
  let path: String
  let frontMatter: PromptFrontMatter
  let source: String
  /// Whether the file has a front matter and nothing else; its text is then its parent's.
  let hasSettingsOnly: Bool
  private let library: MustacheLibrary

  /// Reads a prompt.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt`, naming file and line.
  init(role: Role, agent: String, path: String, source: String) throws(CoachError) {
    let (frontMatter, body, bodyLine) = try PromptFrontMatter.split(source, path: path)
    hasSettingsOnly = bodyLine > 1 && body.allSatisfy(\.isWhitespace)
    if !hasSettingsOnly {
      try PromptNames.check(body, role: role, agent: agent, path: path, firstLine: bodyLine)
    }
    guard !body.lowercased().contains("worked example") || body.contains(Canary.phrase) else {
      throw CoachError(
        .invalidPrompt,
        "\(path): a worked example has to hold “\(Canary.phrase)”, so that an answer copied from it gives itself away"
      )
    }
    self.library = try PromptSyntax.library(
      body, entry: Self.entry, agent: agent, path: path, firstLine: bodyLine)
    self.role = role
    self.agent = agent
    self.path = path
    self.frontMatter = frontMatter
    self.source = source
  }

  /// A file of settings only under the text of the parent's; settings it does not make are the parent's too.
  init(settings: PromptFile, text: PromptFile) {
    role = text.role
    agent = text.agent
    path = settings.path
    frontMatter = settings.frontMatter.completed(by: text.frontMatter)
    source = "\(settings.source)\n\(text.source)"
    hasSettingsOnly = text.hasSettingsOnly
    library = text.library
  }

  /// The text with its names filled in, without blank lines at its ends.
  func render(_ values: [String: Any]) -> String {
    let text = (library.render(values, withTemplate: Self.entry) ?? "").unicodeScalars
    let start = text.firstIndex { !$0.isSpace } ?? text.endIndex
    let end = text.lastIndex { !$0.isSpace }.map(text.index(after:)) ?? start
    return String(text[start..<end])
  }

  private static let entry = "prompt"
}
