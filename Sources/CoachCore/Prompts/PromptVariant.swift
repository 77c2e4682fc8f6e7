import Finance

/// A complete set of prompts: its own files over those of its parents.
public struct PromptVariant: Sendable {
  /// The variant's name, which is its folder's.
  public let name: String
  /// The variant it overlays, nil for the complete one.
  public let parent: String?
  /// SHA-256 over every text in use, so that a changed word is a different set of prompts.
  public internal(set) var hash: String
  let files: [String: PromptFile]
  /// The tone the investor asked for; it wins over that of the prompts.
  var preferredTone: PromptFrontMatter.Tone?

  static func key(_ role: PromptFile.Role, _ agent: String) -> String { "\(role.rawValue)/\(agent)" }

  /// The messages that ask for a draft.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt` when the variant lacks a file.
  public func draftMessages(_ brief: ArtifactBrief) throws(CoachError) -> [ModelMessage] {
    let values = values(brief)
    return [
      ModelMessage(role: .system, text: try render(.system, brief, values)),
      ModelMessage(role: .user, text: try render(.task, brief, values)),
    ]
  }

  /// The message that gives back what the rails said of an attempt.
  ///
  /// - Parameter attempt: 1 for the first repair.
  /// - Throws: `CoachError` with code `invalid_prompt` when the variant lacks the file.
  public func repairMessage(
    _ brief: ArtifactBrief, attempt: Int, verdicts: [GuardrailVerdict]
  ) throws(CoachError) -> ModelMessage {
    var values = values(brief)
    values["attempt"] = String(attempt)
    values["reasons"] = verdicts.flatMap { verdict in
      verdict.findings.map { finding in
        [
          "rail": verdict.rail.rawValue, "code": finding.code, "field": finding.field, "text": finding.text,
          "detail": finding.detail,
        ]
      }
    }
    return ModelMessage(role: .user, text: try render(.eval, brief, values))
  }

  /// Checks that the variant can prompt every agent that writes, and overlays nothing that is not there.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt` naming the file that is missing or that no agent reads.
  public func requireComplete() throws(CoachError) {
    for agent in AgentName.writers {
      for role in PromptFile.Role.allCases where files[Self.key(role, agent)] == nil {
        throw CoachError(
          .invalidPrompt,
          "variant \(name) lacks \(role.rawValue)/\(agent).md; write it, or name a parent that has it in the front "
            + "matter of any of its files")
      }
    }
    for file in files.values.sorted(by: { $0.path < $1.path }) where file.hasSettingsOnly {
      throw CoachError(
        .invalidPrompt,
        "\(file.path) holds settings and no text, and no parent has the text; write it, or name a parent that has it"
      )
    }
    let prompted = AgentName.writers + [AgentName.qaCitation]
    for file in files.values.sorted(by: { $0.path < $1.path }) where !prompted.contains(file.agent) {
      throw CoachError(
        .invalidPrompt,
        "\(file.path) is read by no agent; those that are prompted are \(prompted.joined(separator: ", "))"
      )
    }
  }

  /// What a prompt's variables stand for.
  func values(_ brief: ArtifactBrief) -> [String: Any] {
    let blocks = [
      "facts": MachineBlocks.facts(brief),
      "contract": MachineBlocks.contract(brief, tone: tone(brief.agent), maxWords: maxWords(brief.agent)),
    ]
    let names: [String: Any] = [
      "agent": brief.agent, "as_of": brief.asOf.description, "language": brief.language, "lever": brief.lever,
      "max_words": String(maxWords(brief.agent)), "scope": brief.scope.rawValue,
      "severity": brief.severity.rawValue, "state": brief.state, "subject_kind": brief.subjectKind,
      "tone": tone(brief.agent), "topic_key": brief.topicKey,
    ]
    return blocks.reduce(into: names) { $0[MachineBlocks.variable($1.key)] = $1.value }
  }

  private func render(
    _ role: PromptFile.Role, _ brief: ArtifactBrief, _ values: [String: Any]
  ) throws(CoachError) -> String {
    let file = try file(role, brief.agent)
    return file.render(values)
  }

  /// The file of a role and an agent.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt` when the variant lacks it.
  func file(_ role: PromptFile.Role, _ agent: String) throws(CoachError) -> PromptFile {
    guard let file = files[Self.key(role, agent)] else {
      throw CoachError(
        .invalidPrompt,
        "variant \(name) has no \(role.rawValue)/\(agent).md and no parent that has; write the file")
    }
    return file
  }

  func tone(_ agent: String) -> String {
    (preferredTone ?? setting(\.tone, agent) ?? .plain).rawValue
  }

  func maxWords(_ agent: String) -> Int {
    setting(\.maxWords, agent) ?? 120
  }

  /// A setting of the agent's prompts: the task's wins over the system prompt's.
  private func setting<Value>(_ path: KeyPath<PromptFrontMatter, Value?>, _ agent: String) -> Value? {
    for role in [PromptFile.Role.task, .system] {
      if let value = files[Self.key(role, agent)]?.frontMatter[keyPath: path] { return value }
    }
    return nil
  }
}
