import Finance
import JSONKit

/// The budget of one run: reserves before each model call, settles after it, and tells when a cap comes near or is
/// reached.
actor RunBudget {
  /// What may be done about a call.
  enum Grant: Sendable {
    /// It may be made; this much is set aside for it.
    case granted(BudgetAmount)
    /// An account has no room: no new call, the rest by template.
    case refused(BudgetScope)
  }

  private let policy: BudgetPolicy
  private let scopes: [BudgetScope]
  private let price: ModelPriceTable.Price?
  private let ledger: any BudgetLedger
  private let principal: Principal
  private let recorder: SessionRecorder
  private let clock: RunClock
  private var warned: Set<BudgetScope.Kind> = []
  /// The account that refused a call, if one did.
  private(set) var exhausted: BudgetScope?

  init(
    policy: BudgetPolicy, scopes: [BudgetScope], price: ModelPriceTable.Price?, ledger: any BudgetLedger,
    principal: Principal, recorder: SessionRecorder, clock: RunClock
  ) {
    self.policy = policy
    self.scopes = scopes
    self.price = price
    self.ledger = ledger
    self.principal = principal
    self.recorder = recorder
    self.clock = clock
  }

  /// Sets aside what a call with these messages can cost at most.
  ///
  /// - Parameter key: the call's journal key; asked again under it, nothing more is set aside.
  func reserve(_ key: String, for messages: [ModelMessage], node: String) async throws -> Grant {
    if let exhausted { return .refused(exhausted) }
    let bytes = messages.reduce(0) { $0 + $1.text.utf8.count }
    let input = Int((Double(bytes) * policy.tokensPerByte).rounded(.up))
    let amount = amount(of: TokenUsage(calls: 1, inputTokens: input, outputTokens: policy.completionTokens))
    let lease = clock.timestamp(after: .seconds(600))
    if let refusing = try ledger.reserve(
      BudgetReservation(id: key, amount: amount, scopes: scopes), until: lease, as: principal)
    {
      exhausted = refusing
      try await warn(refusing, node: node)
      return .refused(refusing)
    }
    try ledger.begin(key, as: principal)
    for scope in scopes { try await warnIfNear(scope, node: node) }
    return .granted(amount)
  }

  /// Replaces what was set aside by what the call took.
  ///
  /// - Parameter usage: what the provider measured; nil charges what was set aside.
  /// - Returns: whether the call cost more than was set aside.
  func settle(_ key: String, usage: TokenUsage?, node: String) async throws -> Bool {
    let cost = usage.map(amount(of:))
    let excess = try ledger.settle(key, cost: cost, as: principal)
    guard excess != .zero else { return false }
    try await recorder.emit(
      .budgetOverrun, node: node,
      [
        "call": .string(key), "cost": try JSONValueEncoder().encode(cost ?? .zero),
        "excess": try JSONValueEncoder().encode(excess),
      ])
    return true
  }

  /// Gives back what was set aside for a call that was not made.
  func release(_ key: String) throws {
    try ledger.release(key, as: principal)
  }

  private func amount(of usage: TokenUsage) -> BudgetAmount {
    BudgetAmount(
      tokens: max(0, usage.inputTokens) + max(0, usage.outputTokens),
      micros: price.map { Int(clamping: $0.cost(of: usage)) } ?? 0)
  }

  private func warnIfNear(_ scope: BudgetScope, node: String) async throws {
    guard !warned.contains(scope.kind) else { return }
    let taken = try ledger.standing(scope, as: principal).taken
    let near =
      Double(taken.tokens) >= policy.warningShare * Double(scope.cap.tokens)
      || Double(taken.micros) >= policy.warningShare * Double(scope.cap.micros)
    if near { try await warn(scope, node: node) }
  }

  private func warn(_ scope: BudgetScope, node: String) async throws {
    guard warned.insert(scope.kind).inserted else { return }
    let taken = try ledger.standing(scope, as: principal).taken
    try await recorder.emit(
      .budgetWarning, node: node,
      [
        "scope": .string(scope.kind.rawValue), "taken": try JSONValueEncoder().encode(taken),
        "cap": try JSONValueEncoder().encode(scope.cap),
      ])
  }
}
