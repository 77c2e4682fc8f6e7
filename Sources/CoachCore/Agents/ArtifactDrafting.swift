import JSONKit

/// Takes one brief to a finished artifact: asks the model, lets the rails judge, gives the reasons back at most twice,
/// and has the template write it when nothing passed.
struct ArtifactDrafting: Sendable {
  /// Repairs after the first draft (domain rules §4.4).
  static let repairs = 2

  /// Bytes of a completion that are read; a draft has a few thousand, and what lies beyond is not one.
  static let longestCompletion = 65_536

  /// An artifact that passed every rail, and who wrote it.
  struct Result: Sendable {
    let artifact: Artifact
    let judgement: GuardrailJudgement
    let writer: ArtifactWriter
    /// What was said up to the accepted draft, and the draft; empty for the template's text.
    var conversation: [ModelMessage] = []
  }

  let caller: ModelCaller
  let prompts: PromptVariant
  let guardrails: GuardrailPipeline
  let detector: PIIDetector
  let identity: RunIdentity
  let recorder: SessionRecorder
  let delivery: CoachRequest.Delivery

  /// Writes the artifact of a brief.
  ///
  /// - Parameter mode: `.substitute` asks the model nothing new; what it has answered already counts.
  /// - Returns: the artifact, nil when even the template's text was rejected: nothing unproved is released.
  /// - Throws: `CoachError` with code `invalid_prompt`, what the model throws, or what the store throws.
  func write(_ brief: ArtifactBrief, node: String, mode: RunDriver.Mode) async throws -> Result? {
    var messages = try prompts.draftMessages(brief)
    var attempt = 0
    while attempt <= Self.repairs {
      let purpose = attempt == 0 ? ModelCall.Purpose.draft : .repair
      guard
        let completion = try await ask(
          messages, of: caller, for: purpose, brief: brief, node: node, attempt: attempt, mode)
      else { break }
      if delivery == .sentences {
        let release = SentenceRelease(pipeline: guardrails)
        await recorder.show(release.sentences(of: completion, brief: brief), of: brief.topicKey)
      }
      let judgement = judge(completion, brief)
      try await record(judgement, brief: brief, node: node, attempt: attempt)
      if judgement.accepted, let artifact = judgement.artifact {
        return Result(
          artifact: artifact, judgement: judgement,
          writer: ArtifactWriter(topicKey: brief.topicKey, author: .model, attempts: attempt + 1),
          conversation: messages + [ModelMessage(role: .assistant, text: completion)])
      }
      attempt += 1
      messages.append(ModelMessage(role: .assistant, text: completion))
      messages.append(try prompts.repairMessage(brief, attempt: attempt, verdicts: judgement.verdicts))
    }
    return try await writeFromTemplate(brief, node: node, attempts: min(attempt, Self.repairs + 1))
  }

  private func writeFromTemplate(_ brief: ArtifactBrief, node: String, attempts: Int) async throws -> Result?
  {
    let book = try Phrasebooks.book(agent: brief.agent, language: brief.language)
    let draft = book.template(ProseSubject(brief)).draft { brief.facts[$0]?.display.text(in: brief.language) }
    let completion = try JSONValueEncoder().encode(draft).compact()
    let judgement = judge(completion, brief)
    guard judgement.accepted, let artifact = judgement.artifact else {
      try await record(judgement, brief: brief, node: node, attempt: Self.repairs + 1)
      return nil
    }
    return Result(
      artifact: artifact, judgement: judgement,
      writer: ArtifactWriter(topicKey: brief.topicKey, author: .template, attempts: attempts))
  }

  func judge(_ completion: String, _ brief: ArtifactBrief) -> GuardrailJudgement {
    guardrails.judge(completion: completion, brief: brief) { draft in
      Artifact(id: identity.uuid("artifact \(brief.topicKey)"), brief: brief, draft: draft)
    }
  }

  /// The one way a model is asked: guarded, journalled, metered and told of.
  ///
  /// - Returns: the completion, nil when it may not be asked for: the prompt holds personal data, a cap is reached, a
  ///   breaker is open, or the work is done without a model.
  func ask(
    _ messages: [ModelMessage], of caller: ModelCaller, for purpose: ModelCall.Purpose, brief: ArtifactBrief,
    node: String, attempt: Int, _ mode: RunDriver.Mode
  ) async throws -> String? {
    var topic: JSONObject = [
      "topic_key": .string(brief.topicKey), "attempt": .number(JSONNumber(attempt)),
      "model": .string(caller.model.name),
    ]
    if purpose == .critique { topic["purpose"] = .string(purpose.rawValue) }
    guard !messages.contains(where: { $0.role != .assistant && detector.contains(in: $0.text) }) else {
      try await fail(CoachError.Code.personalDataInPrompt, topic, node: node)
      return nil
    }
    let hash = try ContentHash.sha256(canonical: JSONValueEncoder().encode(messages))
    let question = ModelCaller.Question(
      node: node, topicKey: brief.topicKey, attempt: attempt, messages: messages, hash: hash,
      purpose: purpose)
    let recorded = mode == .model ? nil : try await caller.recorded(question)
    guard mode == .model || recorded != nil else { return nil }
    var called = topic
    called["prompt_hash"] = .string(hash)
    try await recorder.emit(.modelCalled, node: node, called)
    let response: ModelResponse
    do {
      let answer = if let recorded { recorded } else { try await caller.ask(question) }
      response = answer.cut(at: Self.longestCompletion)
    } catch let error as CoachError where error.code != .storeFailed && error.code != .conflict {
      try await fail(error.code, topic, node: node)
      if CallAdmission.isRefusal(error) { return nil }
      throw error
    }
    try await recorder.add(
      call: ModelCall(
        node: node, topicKey: brief.topicKey, attempt: attempt, purpose: purpose,
        prompt: .init(hash: hash, messages: messages), completion: response.text, model: caller.model.name,
        usage: response.usage, finish: response.finish, fault: response.fault))
    // An answer that cost more than was set aside is kept in the record, and is the run's last.
    try caller.control.checkHalted()
    return response.text
  }

  func fail(_ code: CoachError.Code, _ topic: JSONObject, node: String) async throws {
    var failed = topic
    failed["error"] = .string(code.description)
    try await recorder.emit(.modelResult, node: node, failed)
  }

  func record(
    _ judgement: GuardrailJudgement, brief: ArtifactBrief, node: String, attempt: Int
  ) async throws {
    try await recorder.add(
      verdict: AttemptVerdict(
        node: node, topicKey: brief.topicKey, attempt: attempt, accepted: judgement.accepted,
        rails: judgement.verdicts))
  }
}
