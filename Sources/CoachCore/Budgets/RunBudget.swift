import JSONKit

/// The budget of one run: reserves before each model call, settles after it, and tells when a cap comes near or is
/// reached.
actor RunBudget {
  /// Why no further call is made.
  private enum Stop {
    case cap(BudgetScope)
    case overrun
  }

  private let session: String
  private let principal: Principal
  private let policy: BudgetPolicy
  private let caps: RunCaps
  private let prices: RunPrices
  private let ledger: any BudgetLedger
  private let recorder: SessionRecorder
  private let clock: RunClock
  private var warned: Set<BudgetScope.Kind>
  private var stop: Stop?
  /// Calls, without the number of their try, that cost more than was set aside before the session was interrupted.
  private var overran: [String: (key: String, settlement: BudgetSettlement)] = [:]

  /// - Parameter earlier: what an interrupted run of the session left; a warning it gave is not given again.
  init(
    session: String, owner: Principal, policy: BudgetPolicy, caps: RunCaps, prices: RunPrices,
    ledger: any BudgetLedger, recorder: SessionRecorder, clock: RunClock, earlier: EarlierRun = EarlierRun()
  ) {
    self.session = session
    self.principal = owner
    self.policy = policy
    self.caps = caps
    self.prices = prices
    self.ledger = ledger
    self.recorder = recorder
    self.clock = clock
    warned = Set(
      earlier.events.filter { $0.type == .budgetWarning }
        .compactMap { $0.data["scope"]?.string.flatMap(BudgetScope.Kind.init) })
  }

  /// How fast all sessions together may spend.
  nonisolated var spending: SpendLimits { policy.spending }

  // MARK: One call

  /// Sets aside what a call with these messages can cost at most.
  ///
  /// - Parameter key: the call's journal key; asked again under it, nothing more is set aside.
  /// - Returns: the tokens the answer may have, which are what was set aside for it.
  /// - Throws: `CoachError` with code `budget_exhausted` when there is no room, or `store_failed`.
  func reserve(_ key: String, for messages: [ModelMessage], node: String) async throws -> Int {
    switch stop {
    case .cap(let scope): throw BudgetRefusal.account(scope.kind).error
    case .overrun: throw BudgetRefusal.account(scopes.first?.kind ?? .session).error
    case nil: break
    }
    let bytes = messages.reduce(0) { $0 + $1.text.utf8.count }
    let input = (Double(bytes) * policy.tokensPerByte).rounded(.up)
    guard input <= Double(policy.requestTokens) else { throw BudgetRefusal.request.error }
    let usage = TokenUsage(calls: 1, inputTokens: Int(input), outputTokens: policy.completionTokens)
    let scopes = scopes
    guard !scopes.isEmpty else { return policy.completionTokens }
    let id = id(key)
    if let refusing = try await ledger.reserve(
      BudgetReservation(id: id, amount: amount(of: usage, key), scopes: scopes),
      until: clock.timestamp(after: .seconds(600)), as: principal)
    {
      stop = .cap(refusing)
      try await warn(refusing, node: node)
      throw BudgetRefusal.account(refusing.kind).error
    }
    try await ledger.begin(id, as: principal)
    for scope in scopes where !warned.contains(scope.kind) {
      let taken = try ledger.standing(scope, as: principal).taken
      if scope.cap.isNear(taken, share: policy.warningShare) { try await warn(scope, node: node) }
    }
    return policy.completionTokens
  }

  /// Replaces what was set aside by what the call took; a call that took more stops the run.
  ///
  /// - Parameter usage: what the provider measured; nil charges what was set aside.
  func settle(_ key: String, usage: TokenUsage?, node: String) async throws -> BudgetSettlement {
    let cost = usage.map { amount(of: $0, key) }
    guard !scopes.isEmpty else { return BudgetSettlement(cost: cost ?? .zero) }
    let settlement = try await ledger.settle(id(key), cost: cost, as: principal)
    if settlement.isOverrun { try await stop(key, settlement, node: node) }
    return settlement
  }

  private func stop(_ key: String, _ settlement: BudgetSettlement, node: String) async throws {
    stop = .overrun
    try await recorder.emit(
      .budgetOverrun, node: node,
      [
        "call": .string(key), "cost": try JSONValueEncoder().encode(settlement.cost),
        "excess": try JSONValueEncoder().encode(settlement.excess),
      ])
  }

  /// Gives back what was set aside for a call that was not made, or that failed.
  func release(_ key: String) async throws {
    guard !scopes.isEmpty else { return }
    try await ledger.release(id(key), as: principal)
  }

  // MARK: A session that was interrupted

  /// Brings the accounts up to what the journal says of the calls made before.
  ///
  /// A call that came back is settled at what it took, one that failed is released, and one of which nobody wrote down
  /// what became of it is charged at its reservation.
  func reconcile(_ journal: [JournalEntry]) async throws {
    guard !scopes.isEmpty else { return }
    try await ledger.expire(at: clock.timestamp(), as: principal)
    for entry in journal where entry.kind == JournaledCall.Kind.model.rawValue {
      switch entry.state {
      case .failure: try await ledger.release(id(entry.key), as: principal)
      case .intent: try await ledger.settle(id(entry.key), cost: nil, as: principal)
      case .result:
        let usage = try? JSONValueDecoder().decode(
          ModelResponse.self, from: JSONValue(parsing: entry.payload)
        ).usage
        let settlement = try await ledger.settle(
          id(entry.key), cost: usage.map { amount(of: $0, entry.key) }, as: principal)
        if settlement.isOverrun { overran[entry.call] = (entry.key, settlement) }
      }
    }
  }

  /// Settles what a session left open that is not run any more: a call that failed is released, any other that was begun
  /// is charged at its reservation.
  static func close(
    _ journal: [JournalEntry], of session: String, in ledger: any BudgetLedger, as principal: Principal
  ) async throws(CoachError) {
    for entry in journal where entry.kind == JournaledCall.Kind.model.rawValue {
      let id = id(entry.key, of: session)
      if entry.state == .failure {
        try await ledger.release(id, as: principal)
      } else {
        try await ledger.settle(id, cost: nil, as: principal)
      }
    }
  }

  /// Takes up the overrun of the interrupted run, and tells it if that had not come to it.
  ///
  /// - Parameter call: a call, named without the number of its try.
  /// - Returns: whether it cost more than was set aside when it was made.
  func recallOverrun(of call: String, node: String) async throws -> Bool {
    guard let (key, settlement) = overran[call] else { return false }
    try await stop(key, settlement, node: node)
    return true
  }

  /// Takes up a refusal of the interrupted run.
  ///
  /// - Returns: whether it was the refusal of an account.
  func recall(_ refusal: BudgetRefusal) -> Bool {
    guard case .account(let kind) = refusal else { return false }
    if stop == nil, let scope = scopes.first(where: { $0.kind == kind }) { stop = .cap(scope) }
    return true
  }

  // MARK: The end

  /// What the terminal event of an exhausted run tells: why, and how the account stands that had no room.
  func ending() throws -> JSONObject {
    let scopes = scopes
    let reason: String
    let stopped: BudgetScope?
    switch stop {
    case nil: return [:]
    case .cap(let scope): (reason, stopped) = ("cap", scope)
    case .overrun:
      reason = "overrun"
      stopped = try scopes.first { try !standing($0).committed.fits(in: $0.cap) } ?? scopes.first
    }
    guard let stopped else { return ["reason": .string(reason)] }
    var data: JSONObject = [
      "reason": .string(reason), "scope": .string(stopped.kind.rawValue),
      "spent": try JSONValueEncoder().encode(standing(stopped).committed),
      "cap": try JSONValueEncoder().encode(stopped.cap),
    ]
    if stopped.kind != .session { data["reset_at"] = .string(clock.nextIndianDay) }
    return data
  }

  // MARK: Parts

  /// The accounts of a call made now: a run that goes on past midnight is charged to the new day.
  private var scopes: [BudgetScope] {
    caps.scopes(session: session, user: principal.user, on: clock.indianDay)
  }

  /// Journal keys are those of one session; reservations are told apart within a user.
  private func id(_ key: String) -> String { Self.id(key, of: session) }

  /// The reservation of a call.
  private static func id(_ key: String, of session: String) -> String { "\(session)/\(key)" }

  private func standing(_ scope: BudgetScope) throws -> BudgetStanding {
    try ledger.standing(scope, as: principal)
  }

  private func amount(of usage: TokenUsage, _ key: String) -> BudgetAmount {
    let tokens =
      BudgetAmount(tokens: usage.inputTokens).bounded + BudgetAmount(tokens: usage.outputTokens).bounded
    let price = prices.price(ofCall: key)
    return BudgetAmount(tokens: tokens.tokens, micros: price.map { Int(clamping: $0.cost(of: usage)) } ?? 0)
      .bounded
  }

  private func warn(_ scope: BudgetScope, node: String) async throws {
    guard warned.insert(scope.kind).inserted else { return }
    try await recorder.emit(
      .budgetWarning, node: node,
      [
        "scope": .string(scope.kind.rawValue), "taken": try JSONValueEncoder().encode(standing(scope).taken),
        "cap": try JSONValueEncoder().encode(scope.cap),
      ])
  }
}
