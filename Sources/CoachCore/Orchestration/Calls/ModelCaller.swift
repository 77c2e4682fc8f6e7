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
    /// Why it is asked; a critique of an attempt is not the attempt.
    var purpose = ModelCall.Purpose.draft
  }

  private(set) var model: any LanguageModel
  let journal: CallJournal
  private(set) var admission: CallAdmission
  let seed: UInt64
  let recorder: SessionRecorder
  let control: RunControl
  private(set) var telemetry: RunTelemetry

  /// The same for another model of the run, under the same caps.
  ///
  /// - Parameter price: what it costs; nil where nobody knows.
  func asking(_ model: any LanguageModel, at price: ModelPriceTable.Price?) -> ModelCaller {
    var caller = self
    caller.model = model
    caller.admission = CallAdmission(
      model: model, budget: admission.budget, breakers: admission.breakers, clock: admission.clock)
    caller.telemetry.price = price
    return caller
  }

  /// The answer.
  ///
  /// - Throws: `CoachError` with code `budget_exhausted` or `provider_unavailable` when the call may not be made (see
  ///   ``CallAdmission/isRefusal(_:)``), what the model throws, `CancellationError`, or `CoachError` with code
  ///   `store_failed`.
  func ask(_ question: Question) async throws -> ModelResponse {
    try control.checkHalted()
    let call = journaled(question)
    switch try await journal.begin(call) {
    case .result(let json):
      if try await admission.budget.recallOverrun(of: call.key, node: question.node) {
        control.tell(.halt(.budgetExhausted))
      }
      return try JSONValueDecoder().decode(ModelResponse.self, from: json)
    case .failure(let error):
      if let refusal = BudgetRefusal(error), await admission.budget.recall(refusal) {
        control.tell(.budgetReached)
      }
      throw error
    case .repeated(let lost, let key):
      // What the lost call may have cost was charged when the session was taken up; this one is set aside anew.
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
    let about = question.purpose == .critique ? JournaledCall.critique : ""
    return JournaledCall(
      kind: .model, node: question.node, name: "\(question.topicKey)@\(question.attempt)\(about)",
      inputHash: question.hash)
  }

  private func make(_ question: Question, key: String) async throws -> ModelResponse {
    let pass = try await admit(question, key: key)
    do {
      let response = try await answer(question, pass)
      let result = try JSONValueEncoder().encode(response)
      try await journal.end(key, result, text: result.compact())
      if try await admission.close(pass, .answered(response.usage)) {
        control.tell(.halt(.budgetExhausted))
      }
      return response
    } catch let error as CoachError where error.code == .storeFailed || error.code == .conflict {
      throw error
    } catch is NotSent {
      _ = try await admission.close(pass, .notSent)
      throw CancellationError()
    } catch is CancellationError where Task.isCancelled || control.isHalted {
      // The provider may have answered: the intent stays, and says no more than that.
      _ = try await admission.close(pass, .cancelled)
      throw CancellationError()
    } catch {
      let failure =
        error as? CoachError ?? CoachError(.modelFailed, "the model gave no answer: \(error)", cause: error)
      try await journal.end(key, failure)
      _ = try await admission.close(pass, .failed(error))
      throw failure
    }
  }

  /// Leave for the call; a refusal is journalled, so that a session that is resumed is refused the same.
  private func admit(_ question: Question, key: String) async throws -> CallAdmission.Pass {
    do {
      return try await admission.pass(key, for: question.messages, node: question.node)
    } catch let error as CoachError where CallAdmission.isRefusal(error) {
      if case .account = BudgetRefusal(error) { control.tell(.budgetReached) }
      try await journal.end(key, error)
      throw error
    }
  }

  /// The run was told to halt before anything was sent.
  private struct NotSent: Error {}

  private func answer(_ question: Question, _ pass: CallAdmission.Pass) async throws -> ModelResponse {
    let request = ModelRequest(
      messages: question.messages, seed: seed, maxCompletionTokens: pass.completionTokens)
    return try await telemetry.model(model.name, node: question.node, request) {
      try await AbandonableCall.value {
        // Asked last of all, so that nothing begins between a cancel and the call.
        do { try control.beginCall() } catch { throw NotSent() }
        return try await model.generate(request)
      }
    }
  }
}
