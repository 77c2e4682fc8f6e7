/// Keeps calls away from a provider that fails, as a pure state machine (domain rules §7).
///
/// Closed, it counts the last outcomes and opens when enough of enough calls went wrong. Open, it refuses until its wait
/// is over; then, half open, it lets exactly so many probes through: all good closes it, any bad one opens it for twice
/// as long. A probe that never comes back counts as bad at its deadline, else the breaker would stick half open.
struct CircuitBreaker: Codable, Hashable, Sendable {
  /// When it opens and how long it waits.
  struct Settings: Codable, Hashable, Sendable {
    /// Outcomes remembered.
    var window = 20
    /// Below so many outcomes it never opens.
    var minimumCalls = 5
    /// The share of bad outcomes that opens it.
    var failureShare = 0.5
    /// The first wait in milliseconds; it doubles with each opening that follows a failed probe.
    var wait = 5_000
    /// The longest wait in milliseconds.
    var longestWait = 300_000
    /// Probes let through half open.
    var probes = 2
    /// Milliseconds after which a probe that has not come back is bad.
    var probeDeadline = 30_000
  }

  /// Where it stands; times are milliseconds of the run clock.
  enum State: Codable, Hashable, Sendable {
    case closed
    case open(until: Int, wait: Int)
    case halfOpen(sent: [Int], good: Int, wait: Int)
  }

  /// What became of a call.
  enum Outcome: Codable, Hashable, Sendable, CaseIterable {
    case good
    /// A server error, a time-out or a lost connection.
    case bad
    /// Refused by policy, cancelled, or over a cap: says nothing of the provider's health.
    case neutral
  }

  let settings: Settings
  private(set) var state = State.closed
  private(set) var recent: [Bool] = []

  init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  /// Whether a call may be made now; a probe is counted as sent.
  mutating func admits(at now: Int) -> Bool {
    expireProbes(at: now)
    switch state {
    case .closed: return true
    case .open(let until, let wait):
      guard now >= until else { return false }
      state = .halfOpen(sent: [now], good: 0, wait: wait)
      return true
    case .halfOpen(let sent, let good, let wait):
      guard sent.count + good < settings.probes else { return false }
      state = .halfOpen(sent: sent + [now], good: good, wait: wait)
      return true
    }
  }

  /// Takes the outcome of a call that was admitted.
  mutating func record(_ outcome: Outcome, at now: Int) {
    expireProbes(at: now)
    switch (state, outcome) {
    case (.closed, .good): remember(true, at: now)
    case (.closed, .bad): remember(false, at: now)
    case (.halfOpen(let sent, let good, let wait), .good) where !sent.isEmpty:
      if good + 1 >= settings.probes {
        state = .closed
        recent = []
      } else {
        state = .halfOpen(sent: Array(sent.dropFirst()), good: good + 1, wait: wait)
      }
    case (.halfOpen(let sent, _, let wait), .bad) where !sent.isEmpty: open(at: now, wait: longer(wait))
    case (.halfOpen(let sent, let good, let wait), .neutral) where !sent.isEmpty:
      state = .halfOpen(sent: Array(sent.dropFirst()), good: good, wait: wait)
    default: break
    }
  }

  private mutating func remember(_ good: Bool, at now: Int) {
    recent.append(good)
    if recent.count > settings.window { recent.removeFirst(recent.count - settings.window) }
    let bad = recent.count { !$0 }
    guard recent.count >= settings.minimumCalls,
      Double(bad) >= settings.failureShare * Double(recent.count), bad > 0
    else { return }
    open(at: now, wait: settings.wait)
  }

  private mutating func expireProbes(at now: Int) {
    guard case .halfOpen(let sent, _, let wait) = state, let first = sent.first,
      now >= first.addingReportingOverflow(settings.probeDeadline).partialValue
    else { return }
    open(at: now, wait: longer(wait))
  }

  private mutating func open(at now: Int, wait: Int) {
    let (until, overflow) = now.addingReportingOverflow(wait)
    state = .open(until: overflow ? .max : until, wait: wait)
    recent = []
  }

  private func longer(_ wait: Int) -> Int {
    wait > settings.longestWait / 2 ? settings.longestWait : wait * 2
  }
}
