import JSONKit

/// Makes model calls for a run: each is journalled, paid for out of the budget, kept from a provider that fails, and
/// abandoned when the run is.
struct ModelCaller: Sendable {
  /// What a call is about.
  struct Question: Sendable {
    let node: String
    let topicKey: String
    /// 0 for the draft, 1 and 2 for its repairs.
    let attempt: Int
    let messages: [ModelMessage]
    /// SHA-256 of the canonical messages.
    let hash: String
  }

  let model: any LanguageModel
  let journal: CallJournal
  /// nil when nothing is capped.
  let budget: RunBudget?
  let completionTokens: Int
  let seed: UInt64
  let recorder: SessionRecorder
  let control: RunControl

  /// The answer, nil when the budget has no room for the call.
  ///
  /// - Throws: what the model throws, `CancellationError`, or `CoachError` with code `store_failed`.
  func ask(_ question: Question) async throws -> ModelResponse? {
    try control.checkHalted()
    let call = journaled(question)
    switch try await journal.begin(call) {
    case .result(let json): return try JSONValueDecoder().decode(ModelResponse.self, from: json)
    case .failure(let error) where error.code == .budgetExhausted:
      control.tell(.budgetReached)
      return nil
    case .failure(let error): throw error
    case .repeated(let lost, let key):
      try await recorder.report(
        .callPossiblyPaidTwice, node: question.node,
        ["call": .string(lost), "topic_key": .string(question.topicKey)])
      // What the lost call may have cost is charged at its reservation; the new one is set aside anew.
      if let budget { _ = try await budget.settle(lost, usage: nil, node: question.node) }
      try await journal.write(key, call.kind)
      return try await make(question, key: key)
    case .fresh(let key): return try await make(question, key: key)
    }
  }

  /// The answer the question has had already, nil when it has had none: nothing is asked.
  func recorded(_ question: Question) async throws -> ModelResponse? {
    guard let json = try await journal.result(of: journaled(question)) else { return nil }
    return try JSONValueDecoder().decode(ModelResponse.self, from: json)
  }

  private func journaled(_ question: Question) -> JournaledCall {
    JournaledCall(
      kind: .model, node: question.node, name: "\(question.topicKey)@\(question.attempt)",
      inputHash: question.hash)
  }

  private func make(_ question: Question, key: String) async throws -> ModelResponse? {
    if let budget,
      case .refused = try await budget.reserve(key, for: question.messages, node: question.node)
    {
      control.tell(.budgetReached)
      try await journal.end(key, CoachError(.budgetExhausted, "a cap is reached"))
      return nil
    }
    do {
      try control.checkHalted()
    } catch {
      // Nothing was sent, so nothing is charged; the intent stays and says no more than that.
      if let budget { try await budget.release(key) }
      throw error
    }
    do {
      let response = try await answer(question)
      let result = try JSONValueEncoder().encode(response)
      try await journal.end(key, result, text: result.compact())
      if let budget, try await budget.settle(key, usage: response.usage, node: question.node) {
        control.tell(.halt(.budgetExhausted))
      }
      return response
    } catch let error as CoachError where error.code == .storeFailed || error.code == .conflict {
      throw error
    } catch is CancellationError where Task.isCancelled || control.isHalted {
      // What a cancelled call may have cost is charged whole: the provider may have answered.
      if let budget { _ = try await budget.settle(key, usage: nil, node: question.node) }
      throw CancellationError()
    } catch {
      let failure =
        error as? CoachError ?? CoachError(.modelFailed, "the model gave no answer: \(error)", cause: error)
      try await journal.end(key, failure)
      if let budget { try await budget.release(key) }
      throw failure
    }
  }

  private func answer(_ question: Question) async throws -> ModelResponse {
    let request = ModelRequest(
      messages: question.messages, seed: seed, maxCompletionTokens: completionTokens)
    return try await AbandonableCall.value {
      // Asked last of all, so that nothing begins between a cancel and the call.
      try control.checkHalted()
      return try await model.generate(request)
    }
  }
}
