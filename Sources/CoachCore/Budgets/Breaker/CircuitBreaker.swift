/// Keeps calls away from a provider that fails, as a pure state machine (domain rules §7).
///
/// Closed, it counts the last outcomes and opens when enough of enough calls went wrong or were slow. Open, it refuses
/// until its wait is over; then, half open, it lets exactly so many probes through: all good closes it, any bad one
/// opens it for twice as long. A probe that never comes back counts as bad at its deadline, else the breaker would
/// stick half open. Times are milliseconds of the run clock; one that jumps back never makes a wait longer than it was.
struct CircuitBreaker: Codable, Hashable, Sendable {
  /// Where it stands.
  enum State: Codable, Hashable, Sendable {
    case closed
    case open(until: Int, wait: Int)
    case halfOpen(probes: [Probe], good: Int, wait: Int)
  }

  /// Names one admitted call, so that an outcome that comes late is not taken for another call's.
  struct Ticket: Codable, Hashable, Sendable {
    let number: Int
  }

  /// A call let through half open.
  struct Probe: Codable, Hashable, Sendable {
    let ticket: Ticket
    var sentAt: Int
  }

  /// What became of a call.
  enum Outcome: Hashable, Sendable {
    case good
    /// It came back, but took too long.
    case slow
    /// A server error, a time-out or a lost connection.
    case bad
    /// Too many requests (429): the provider is well and asks to be left alone for so many milliseconds.
    case limited(retryAfter: Int)
    /// Refused by policy, cancelled, or over a cap: says nothing of the provider's health.
    case neutral
  }

  /// How a call counts in the window.
  enum Mark: String, Codable, Sendable {
    case good, slow, bad
  }

  /// The rest a provider asked for.
  struct Pause: Codable, Hashable, Sendable {
    var until: Int
    let length: Int
  }

  var settings: CircuitBreakerSettings
  private(set) var state = State.closed
  private(set) var mode = CircuitBreakers.Mode.automatic
  private(set) var pause: Pause?
  private(set) var recent: [Mark] = []
  private var issued = 0
  /// The first ticket of the closed state it is in.
  private var first = 1
  private var openings = 0

  init(_ settings: CircuitBreakerSettings = .standard) {
    self.settings = settings
  }

  /// The ticket of a call that may be made now, nil when none may; a probe is counted as sent.
  mutating func admit(at now: Int) -> Ticket? {
    switch mode {
    case .forcedOpen: return nil
    case .disabled: return issue()
    case .automatic: break
    }
    follow(now)
    guard pause == nil else { return nil }
    switch state {
    case .closed: return issue()
    case .open(let until, let wait):
      guard now >= until else { return nil }
      state = .halfOpen(probes: [], good: 0, wait: wait)
      return probe(at: now)
    case .halfOpen: return probe(at: now)
    }
  }

  /// Takes the outcome of a call that was admitted; one of an earlier state changes nothing.
  mutating func record(_ outcome: Outcome, of ticket: Ticket, at now: Int) {
    guard mode == .automatic else { return }
    follow(now)
    if case .limited(let length) = outcome {
      let length = min(max(length, 0), settings.longestPause)
      pause = Pause(until: now + length, length: length)
    }
    switch state {
    case .closed where ticket.number >= first: remember(outcome, at: now)
    case .halfOpen(let probes, let good, let wait) where probes.contains { $0.ticket == ticket }:
      take(outcome, from: probes.filter { $0.ticket != ticket }, good: good, wait: wait, at: now)
    case .closed, .open, .halfOpen: break
    }
  }

  /// Puts it into a mode; back in `automatic` it starts closed and knows nothing.
  mutating func set(_ mode: CircuitBreakers.Mode) {
    self.mode = mode
    pause = nil
    close()
  }

  // MARK: Parts

  private mutating func issue() -> Ticket {
    issued += 1
    return Ticket(number: issued)
  }

  private mutating func probe(at now: Int) -> Ticket? {
    guard case .halfOpen(let probes, let good, let wait) = state, probes.count + good < settings.probes else {
      return nil
    }
    let ticket = issue()
    state = .halfOpen(probes: probes + [Probe(ticket: ticket, sentAt: now)], good: good, wait: wait)
    return ticket
  }

  private mutating func take(_ outcome: Outcome, from rest: [Probe], good: Int, wait: Int, at now: Int) {
    switch outcome {
    case .good where good + 1 >= settings.probes: close()
    case .good: state = .halfOpen(probes: rest, good: good + 1, wait: wait)
    case .slow, .bad: open(at: now, wait: longer(wait))
    case .limited, .neutral: state = .halfOpen(probes: rest, good: good, wait: wait)
    }
  }

  private mutating func remember(_ outcome: Outcome, at now: Int) {
    switch outcome {
    case .good: recent.append(.good)
    case .slow: recent.append(.slow)
    case .bad: recent.append(.bad)
    case .limited, .neutral: return
    }
    if recent.count > settings.window { recent.removeFirst(recent.count - settings.window) }
    guard recent.count >= settings.minimumCalls else { return }
    let bad = recent.count { $0 == .bad }
    let slow = recent.count { $0 == .slow }
    let calls = Double(recent.count)
    let hasFailed = bad > 0 && Double(bad) >= settings.failureShare * calls
    let isSlow = bad + slow > 0 && Double(bad + slow) >= settings.slowShare * calls
    if hasFailed || isSlow { open(at: now, wait: settings.wait) }
  }

  /// Brings waits and probes up to the time: what is over ends, and what a clock that jumped back left far ahead of
  /// the time is brought near again.
  private mutating func follow(_ now: Int) {
    if var rest = pause {
      rest.until = min(rest.until, now + rest.length)
      pause = now >= rest.until ? nil : rest
    }
    switch state {
    case .closed: break
    case .open(let until, let wait): state = .open(until: min(until, now + wait), wait: wait)
    case .halfOpen(var probes, let good, let wait):
      for place in probes.indices { probes[place].sentAt = min(probes[place].sentAt, now) }
      state = .halfOpen(probes: probes, good: good, wait: wait)
      if probes.contains(where: { now - $0.sentAt >= settings.probeDeadline }) {
        open(at: now, wait: longer(wait))
      }
    }
  }

  private mutating func close() {
    state = .closed
    recent = []
    first = issued + 1
  }

  private mutating func open(at now: Int, wait: Int) {
    openings += 1
    state = .open(until: now + settings.jittered(wait, opening: openings), wait: wait)
    recent = []
  }

  private func longer(_ wait: Int) -> Int {
    wait > settings.longestWait / 2 ? settings.longestWait : wait * 2
  }
}
