import JSONKit

/// The circuit breakers of all providers and the spend breaker, for the life of an engine.
///
/// Where they stand is kept in a `KVStore` so that it survives a restart. Several processes over one store each follow
/// their own calls; the last to write is what the next to start finds.
public actor CircuitBreakers {
  /// What an operator can decide for a breaker.
  public enum Mode: String, Codable, Sendable, CaseIterable {
    /// It opens and closes by itself.
    case automatic
    /// It lets nothing through.
    case forcedOpen = "forced_open"
    /// It lets everything through and counts nothing.
    case disabled
  }

  private let settings: CircuitBreakerSettings
  private let values: any KVStore
  private var circuits: [String: CircuitBreaker] = [:]
  private var spend: SpendBreaker?

  /// Breakers whose standing is kept in `values`; in process when none is given.
  public init(values: any KVStore = MemoryKVStore()) {
    self.init(settings: .standard, values: values)
  }

  init(settings: CircuitBreakerSettings, values: any KVStore = MemoryKVStore()) {
    self.settings = settings
    self.values = values
  }

  // MARK: Operators

  /// Puts the breaker of a provider into a mode; `automatic` also closes it.
  ///
  /// - Throws: `CoachError` with code `store_failed`.
  public func set(_ mode: Mode, provider: String, clock: RunClock = .system) async throws(CoachError) {
    try await change(provider, clock) { $0.set(mode) }
  }

  /// Puts the spend breaker into a mode; `automatic` also closes it.
  ///
  /// - Throws: `CoachError` with code `store_failed`.
  public func setSpending(_ mode: Mode, clock: RunClock = .system) async throws(CoachError) {
    try await changeSpend(clock) { $0.set(mode) }
  }

  // MARK: Calls

  /// The ticket of a call that may be made.
  ///
  /// - Parameter provider: nil for a model that has none and cannot fail: it is only kept from spending.
  /// - Throws: `CoachError` with code `provider_unavailable` when a breaker is open, or `store_failed`.
  func admit(_ provider: String?, spending limits: SpendLimits, clock: RunClock) async throws(CoachError)
    -> CircuitBreaker.Ticket?
  {
    let (minute, day) = (Self.minute(clock), clock.indianDay)
    guard try await changeSpend(clock, { $0.admits(under: limits, minute: minute, day: day) }) else {
      throw CoachError(
        .providerUnavailable, "spending is halted: the limit of this minute or day is passed")
    }
    guard let provider else { return nil }
    let now = clock.milliseconds
    guard let ticket = try await change(provider, clock, { $0.admit(at: now) }) else {
      throw CoachError(.providerUnavailable, "\(provider) has failed too often and is left alone for a while")
    }
    return ticket
  }

  /// Takes what became of a call.
  func record(
    _ outcome: CircuitBreaker.Outcome, of ticket: CircuitBreaker.Ticket?, provider: String?, clock: RunClock
  ) async throws(CoachError) {
    guard let provider, let ticket else { return }
    let now = clock.milliseconds
    try await change(provider, clock) { $0.record(outcome, of: ticket, at: now) }
  }

  /// Takes what a call cost.
  func add(_ cost: BudgetAmount, clock: RunClock) async throws(CoachError) {
    guard cost != .zero else { return }
    let (minute, day) = (Self.minute(clock), clock.indianDay)
    try await changeSpend(clock) { $0.add(cost, minute: minute, day: day) }
  }

  /// What became of a call that took so long and ended with an error; nil when it was answered.
  nonisolated func outcome(after milliseconds: Int, error: (any Error)?) -> CircuitBreaker.Outcome {
    guard let error else { return milliseconds >= settings.slowAfter ? .slow : .good }
    if error is CancellationError { return milliseconds >= settings.slowAfter ? .bad : .neutral }
    if let failure = error as? ProviderFailure {
      switch failure.kind {
      case .server, .timeout, .connection: return .bad
      case .badRequest, .refused: return .neutral
      case .rateLimited(let rest): return .limited(retryAfter: rest.map(Self.milliseconds) ?? settings.pause)
      }
    }
    if let error = error as? CoachError, error.code != .modelFailed { return .neutral }
    return .bad
  }

  // MARK: Parts

  @discardableResult
  private func change<Value: Sendable>(
    _ provider: String, _ clock: RunClock, _ change: (inout CircuitBreaker) -> Value
  ) async throws(CoachError) -> Value {
    let key = "service:breaker:\(provider)"
    if circuits[provider] == nil {
      var fresh = settings
      fresh.seed = Int(UInt32(ContentHash.sha256(provider).prefix(8), radix: 16) ?? 0)
      var stored: CircuitBreaker? = try await read(key, clock)
      stored?.settings = fresh
      // Somebody else may have read it meanwhile, and moved it on.
      if circuits[provider] == nil { circuits[provider] = stored ?? CircuitBreaker(fresh) }
    }
    var circuit = circuits[provider] ?? CircuitBreaker(settings)
    let before = circuit
    let value = change(&circuit)
    circuits[provider] = circuit
    if circuit != before { try await write(circuit, key, clock) }
    return value
  }

  @discardableResult
  private func changeSpend<Value: Sendable>(
    _ clock: RunClock, _ change: (inout SpendBreaker) -> Value
  ) async throws(CoachError) -> Value {
    let key = "service:spend"
    if spend == nil {
      let stored: SpendBreaker? = try await read(key, clock)
      if spend == nil { spend = stored ?? SpendBreaker() }
    }
    var breaker = spend ?? SpendBreaker()
    let before = breaker
    let value = change(&breaker)
    spend = breaker
    if breaker != before { try await write(breaker, key, clock) }
    return value
  }

  /// What is kept under a key; what cannot be read is a failure of the store, not a closed breaker.
  private func read<Value: Decodable>(_ key: String, _ clock: RunClock) async throws(CoachError) -> Value? {
    guard let text = try await values.value(key, at: clock.timestamp()) else { return nil }
    do {
      return try JSONValueDecoder().decode(Value.self, from: JSONValue(parsing: text))
    } catch {
      throw CoachError(.storeFailed, "the breaker kept under \(key) cannot be read; remove it", cause: error)
    }
  }

  private func write(_ value: some Encodable, _ key: String, _ clock: RunClock) async throws(CoachError) {
    let text: String
    do {
      text = try JSONValueEncoder().encode(value).compact()
    } catch {
      throw CoachError(.storeFailed, "the breaker under \(key) cannot be written", cause: error)
    }
    try await values.set(key, text, until: clock.timestamp(after: .seconds(30 * 86_400)))
  }

  private static func minute(_ clock: RunClock) -> Int {
    Int((Double(clock.milliseconds) / 60_000).rounded(.down))
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    Int(exactly: min(max(duration / .milliseconds(1), 0), 1e12).rounded()) ?? 0
  }
}
