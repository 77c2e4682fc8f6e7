extension ArtifactDrafting {
  /// Has a text that has passed written once more, for the remarks of a critique.
  ///
  /// - Parameter reasons: the remarks, screened.
  /// - Returns: the new text if every rail passes it; nil when it does not, when no repair is left, or when the model
  ///   gives none.
  /// - Throws: `CancellationError`, or what the store throws.
  func rewrite(
    _ result: Result, for reasons: [String], brief: ArtifactBrief, node: String, mode: RunDriver.Mode
  ) async throws -> Result? {
    let attempt = result.writer.attempts
    guard attempt <= Self.repairs, !result.conversation.isEmpty else { return nil }
    let escape = FieldEscape(nonce: identity.uuid("critique \(brief.topicKey)"))
    let completion: String?
    do {
      let request = try prompts.critiqueRepairMessage(
        brief, attempt: attempt,
        reasons: reasons.map { escape.quoted($0, atMost: Critique.longestReason) })
      completion = try await ask(
        result.conversation + [request], of: caller, for: .repair, brief: brief, node: node, attempt: attempt,
        mode)
    } catch let error as CoachError where error.code != .storeFailed && error.code != .conflict {
      return nil
    }
    guard let completion else { return nil }
    let judgement = judge(completion, brief)
    try await record(judgement, brief: brief, node: node, attempt: attempt)
    guard judgement.accepted, let artifact = judgement.artifact else { return nil }
    if delivery == .sentences {
      let release = SentenceRelease(pipeline: guardrails)
      await recorder.show(release.sentences(of: completion, brief: brief), of: brief.topicKey)
    }
    return Result(
      artifact: artifact, judgement: judgement,
      writer: ArtifactWriter(topicKey: brief.topicKey, author: .model, attempts: attempt + 1))
  }
}
