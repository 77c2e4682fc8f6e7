/// Decides whether a model call may be made, and takes in what became of it: the breakers first, then the accounts.
struct CallAdmission: Sendable {
  /// Leave to make one call.
  struct Pass: Sendable {
    /// The call's journal key.
    let key: String
    let node: String
    /// Tokens the answer may have: what was set aside for it.
    let completionTokens: Int
    fileprivate let ticket: CircuitBreaker.Ticket?
    fileprivate let began: UInt64
  }

  /// What became of a call.
  enum Ending: Sendable {
    case answered(TokenUsage)
    case failed(any Error)
    /// Nobody waits for it any more; it may have been answered, and paid for.
    case cancelled
    case notSent
  }

  /// Who is asked; nil for a model that runs in this process and has no provider to fail.
  let provider: String?
  let budget: RunBudget
  let breakers: CircuitBreakers
  let clock: RunClock

  init(model: any LanguageModel, budget: RunBudget, breakers: CircuitBreakers, clock: RunClock) {
    provider =
      model.provenance == Composer().provenance ? nil : String(model.name.prefix { $0 != "/" })
    self.budget = budget
    self.breakers = breakers
    self.clock = clock
  }

  /// Whether an error says that a call was refused rather than that it failed: the template writes instead.
  static func isRefusal(_ error: CoachError) -> Bool {
    error.code == .budgetExhausted || error.code == .providerUnavailable
  }

  /// Leave for a call with these messages.
  ///
  /// - Throws: `CoachError` with code `provider_unavailable`, `budget_exhausted` or `store_failed`.
  func pass(_ key: String, for messages: [ModelMessage], node: String) async throws -> Pass {
    let ticket = try await breakers.admit(provider, spending: budget.spending, clock: clock)
    do {
      let tokens = try await budget.reserve(key, for: messages, node: node)
      return Pass(
        key: key, node: node, completionTokens: tokens, ticket: ticket, began: clock.nanoseconds())
    } catch {
      try await breakers.record(.neutral, of: ticket, provider: provider, clock: clock)
      throw error
    }
  }

  /// Settles a call.
  ///
  /// - Returns: whether it cost more than was set aside, so that the run has to stop.
  func close(_ pass: Pass, _ ending: Ending) async throws -> Bool {
    let elapsed = clock.nanoseconds()
    let took = Int(clamping: (elapsed >= pass.began ? elapsed - pass.began : 0) / 1_000_000)
    var settlement = BudgetSettlement()
    let outcome: CircuitBreaker.Outcome
    switch ending {
    case .answered(let usage):
      settlement = try await budget.settle(pass.key, usage: usage, node: pass.node)
      outcome = breakers.outcome(after: took, error: nil)
    case .failed(let error):
      try await budget.release(pass.key)
      outcome = breakers.outcome(after: took, error: error)
    case .cancelled:
      settlement = try await budget.settle(pass.key, usage: nil, node: pass.node)
      outcome = breakers.outcome(after: took, error: CancellationError())
    case .notSent:
      try await budget.release(pass.key)
      outcome = .neutral
    }
    try await breakers.record(outcome, of: pass.ticket, provider: provider, clock: clock)
    try await breakers.add(settlement.cost, clock: clock)
    return settlement.isOverrun
  }
}
