import JSONKit

/// Takes one brief to a finished artifact: asks the model, lets the rails judge, gives the reasons back at most twice,
/// and has the template write it when nothing passed.
struct ArtifactDrafting: Sendable {
  /// Repairs after the first draft (domain rules §4.4).
  static let repairs = 2

  /// An artifact that passed every rail, and who wrote it.
  struct Result: Sendable {
    let insight: Insight
    let writer: ArtifactWriter
  }

  let model: any LanguageModel
  let prompts: PromptVariant
  let guardrails: GuardrailPipeline
  let detector: PIIDetector
  let identity: RunIdentity
  let recorder: SessionRecorder

  /// Writes the artifact of a brief.
  ///
  /// - Returns: the artifact, nil when even the template's text was rejected: nothing unproved is released.
  /// - Throws: `CoachError` with code `personal_data_in_prompt` when a rendered prompt still holds personal data, or
  ///   `invalid_prompt`, or what the store throws.
  func write(_ brief: ArtifactBrief, node: String) async throws -> Result? {
    var messages = try prompts.draftMessages(brief)
    var attempt = 0
    while attempt <= Self.repairs {
      guard let completion = try await ask(messages, brief: brief, node: node, attempt: attempt) else {
        break
      }
      let judgement = judge(completion, brief)
      try await record(judgement, brief: brief, node: node, attempt: attempt)
      if judgement.accepted, let insight = judgement.insight {
        return Result(
          insight: insight,
          writer: ArtifactWriter(topicKey: brief.topicKey, author: .model, attempts: attempt + 1))
      }
      attempt += 1
      messages.append(ModelMessage(role: .assistant, text: completion))
      messages.append(try prompts.repairMessage(brief, attempt: attempt, verdicts: judgement.verdicts))
    }
    return try await writeFromTemplate(brief, node: node, attempts: min(attempt, Self.repairs + 1))
  }

  private func writeFromTemplate(_ brief: ArtifactBrief, node: String, attempts: Int) async throws -> Result?
  {
    let completion = try JSONValueEncoder().encode(GoalTemplate.draft(brief)).compact()
    let judgement = judge(completion, brief)
    guard judgement.accepted, let insight = judgement.insight else {
      try await record(judgement, brief: brief, node: node, attempt: Self.repairs + 1)
      return nil
    }
    return Result(
      insight: insight,
      writer: ArtifactWriter(topicKey: brief.topicKey, author: .template, attempts: attempts))
  }

  private func judge(_ completion: String, _ brief: ArtifactBrief) -> GuardrailJudgement {
    guardrails.judge(completion: completion, brief: brief) { draft in
      Insight(id: identity.uuid("insight \(brief.topicKey)"), brief: brief, draft: draft)
    }
  }

  /// - Returns: the completion, nil when the model gave none.
  private func ask(
    _ messages: [ModelMessage], brief: ArtifactBrief, node: String, attempt: Int
  ) async throws -> String? {
    for message in messages where message.role != .assistant {
      guard !detector.contains(in: message.text) else {
        throw CoachError(
          .personalDataInPrompt,
          "the \(message.role.rawValue) prompt for \(brief.topicKey) holds personal data; not sent")
      }
    }
    let hash = try ContentHash.sha256(canonical: JSONValueEncoder().encode(messages))
    let topic: JSONObject = [
      "topic_key": .string(brief.topicKey), "attempt": .number(JSONNumber(attempt)),
      "model": .string(model.name),
    ]
    var called = topic
    called["prompt_hash"] = .string(hash)
    try await recorder.emit(.modelCalled, node: node, called)
    let response: ModelResponse
    do {
      response = try await model.generate(ModelRequest(messages: messages, seed: identity.seed))
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      var failed = topic
      failed["error"] = .string(
        (error as? CoachError)?.code.description ?? CoachError.Code.modelFailed.description)
      try await recorder.emit(.modelResult, node: node, failed)
      return nil
    }
    try await recorder.add(
      call: ModelCall(
        node: node, topicKey: brief.topicKey, attempt: attempt, purpose: attempt == 0 ? .draft : .repair,
        prompt: .init(hash: hash, messages: messages), completion: response.text, model: model.name,
        usage: response.usage, finish: response.finish))
    return response.text
  }

  private func record(
    _ judgement: GuardrailJudgement, brief: ArtifactBrief, node: String, attempt: Int
  ) async throws {
    try await recorder.add(
      verdict: AttemptVerdict(
        node: node, topicKey: brief.topicKey, attempt: attempt, accepted: judgement.accepted,
        rails: judgement.verdicts))
  }
}
