import JSONKit

/// Makes model calls for a run: each is journalled, and abandoned when the run is.
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
    /// Why it is asked; a critique of an attempt is not the attempt.
    var purpose = ModelCall.Purpose.draft
  }

  var model: any LanguageModel
  let journal: CallJournal
  let completionTokens: Int
  let seed: UInt64
  let recorder: SessionRecorder
  let control: RunControl

  /// The answer.
  ///
  /// - Throws: what the model throws, `CancellationError`, or `CoachError` with code `store_failed`.
  func ask(_ question: Question) async throws -> ModelResponse {
    try control.checkHalted()
    let call = journaled(question)
    switch try await journal.begin(call) {
    case .result(let json): return try JSONValueDecoder().decode(ModelResponse.self, from: json)
    case .failure(let error): throw error
    case .repeated(let lost, let key):
      try await recorder.report(
        .callPossiblyPaidTwice, node: question.node,
        ["call": .string(lost), "topic_key": .string(question.topicKey)])
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
    let about = question.purpose == .critique ? "/critique" : ""
    return JournaledCall(
      kind: .model, node: question.node, name: "\(question.topicKey)@\(question.attempt)\(about)",
      inputHash: question.hash)
  }

  private func make(_ question: Question, key: String) async throws -> ModelResponse {
    do {
      let response = try await answer(question)
      let result = try JSONValueEncoder().encode(response)
      try await journal.end(key, result, text: result.compact())
      return response
    } catch let error as CoachError where error.code == .storeFailed || error.code == .conflict {
      throw error
    } catch is CancellationError where Task.isCancelled || control.isHalted {
      // The provider may have answered: the intent stays, and says no more than that.
      throw CancellationError()
    } catch {
      let failure =
        error as? CoachError ?? CoachError(.modelFailed, "the model gave no answer: \(error)", cause: error)
      try await journal.end(key, failure)
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
