extension PromptVariant {
  /// The variant with the prompts of the critique in use: they count towards its hash.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt` naming the file it lacks.
  public func withCritique() throws(CoachError) -> PromptVariant {
    for role in PromptFile.Role.allCases { _ = try file(role, AgentName.qaCitation) }
    var variant = self
    variant.hash = Self.hash(of: files)
    return variant
  }

  /// SHA-256 over the texts of some files.
  static func hash(of files: [String: PromptFile]) -> String {
    let texts = files.keys.sorted().map { "\($0)\n\(files[$0]?.source ?? "")" }
    return ContentHash.sha256(texts.joined(separator: "\n\u{1e}\n"))
  }

  /// The messages that ask what is to be said of a draft.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt` when the variant lacks a file.
  func critiqueMessages(_ brief: ArtifactBrief, _ draft: Draft) throws(CoachError) -> [ModelMessage] {
    var values = values(brief)
    values[MachineBlocks.variable("contract")] = MachineBlocks.contract(
      brief, tone: tone(brief.agent), maxWords: maxWords(brief.agent), answer: .critique)
    values[MachineBlocks.variable("draft")] = MachineBlocks.draft(draft)
    return [
      ModelMessage(role: .system, text: try file(.system, AgentName.qaCitation).render(values)),
      ModelMessage(role: .user, text: try file(.task, AgentName.qaCitation).render(values)),
    ]
  }

  /// The message that gives the writer what a critique said of its draft.
  ///
  /// - Parameters:
  ///   - attempt: the number of the repair it asks for, 1 or 2.
  ///   - reasons: the remarks as they may stand in a prompt.
  /// - Throws: `CoachError` with code `invalid_prompt` when the variant lacks the file.
  func critiqueRepairMessage(
    _ brief: ArtifactBrief, attempt: Int, reasons: [String]
  ) throws(CoachError) -> ModelMessage {
    var values = values(brief)
    values["attempt"] = String(attempt)
    values["reasons"] = reasons.map { ["text": $0] }
    return ModelMessage(role: .user, text: try file(.eval, AgentName.qaCitation).render(values))
  }
}
