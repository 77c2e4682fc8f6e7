import JSONKit
import Testing

@testable import CoachCore

@Suite("Circuit breaker")
struct CircuitBreakerTests {
  /// A breaker that can be asked within an expectation, which a value cannot: asking changes it.
  @dynamicMemberLookup
  private final class Breaker {
    typealias Outcome = CircuitBreaker.Outcome

    var machine: CircuitBreaker

    init(_ settings: CircuitBreakerSettings) { machine = CircuitBreaker(settings) }

    subscript<Value>(dynamicMember path: KeyPath<CircuitBreaker, Value>) -> Value { machine[keyPath: path] }

    func admit(at now: Int) -> CircuitBreaker.Ticket? { machine.admit(at: now) }
    func record(_ outcome: Outcome, of ticket: CircuitBreaker.Ticket, at now: Int) {
      machine.record(outcome, of: ticket, at: now)
    }
    func set(_ mode: CircuitBreakers.Mode) { machine.set(mode) }

    /// Whether a call went through; its outcome is told at once.
    func call(_ outcome: Outcome, at now: Int) -> Bool {
      guard let ticket = admit(at: now) else { return false }
      record(outcome, of: ticket, at: now)
      return true
    }
  }

  /// Opens at two bad of four, waits 100, lets two probes through for 50 each; nothing is drawn.
  private static var settings: CircuitBreakerSettings {
    var settings = CircuitBreakerSettings()
    settings.window = 6
    settings.minimumCalls = 4
    settings.wait = 100
    settings.longestWait = 350
    settings.probeDeadline = 50
    settings.longestPause = 500
    settings.jitter = 0
    return settings
  }

  private static let outcomes: [CircuitBreaker.Outcome] = [
    .good, .slow, .bad, .limited(retryAfter: 30), .neutral,
  ]

  /// A breaker that has just opened at 0.
  private func opened() -> Breaker {
    let breaker = Breaker(Self.settings)
    for outcome in [CircuitBreaker.Outcome.good, .good, .bad, .bad] { _ = breaker.call(outcome, at: 0) }
    return breaker
  }

  @Test(
    "closed: it opens at the share of enough calls, not before, and neutral and limited ones do not count")
  func closed() {
    let breaker = Breaker(Self.settings)
    for outcome in [CircuitBreaker.Outcome.bad, .bad, .bad, .neutral, .limited(retryAfter: 0)] {
      #expect(breaker.call(outcome, at: 0))
      #expect(breaker.state == .closed)
    }
    #expect(breaker.call(.bad, at: 0))
    #expect(breaker.state == .open(until: 100, wait: 100))
    let slow = Breaker(Self.settings)
    for _ in 0..<3 { #expect(slow.call(.slow, at: 0)) }
    #expect(slow.state == .closed)
    #expect(slow.call(.slow, at: 0))
    #expect(slow.state == .open(until: 100, wait: 100))
    let well = Breaker(Self.settings)
    for number in 0..<60 {
      let ticket = well.admit(at: number)
      #expect(ticket != nil)
      if let ticket { well.record(number % 3 == 2 ? .bad : .good, of: ticket, at: number) }
    }
    #expect(well.state == .closed && well.recent.count == 6)
  }

  @Test(
    "open: nothing is let through and no late outcome counts until the wait is over",
    arguments: CircuitBreakerTests.outcomes)
  func open(outcome: CircuitBreaker.Outcome) throws {
    let early = Breaker(Self.settings)
    let late = try #require(early.admit(at: 0))
    for _ in 0..<4 { _ = early.call(.bad, at: 0) }
    early.record(outcome, of: late, at: 1)
    #expect(early.state == .open(until: 100, wait: 100))
    #expect(early.admit(at: 99) == nil)
    #expect(early.admit(at: 101) != nil || early.pause != nil)
    if case .limited = outcome { #expect(early.pause == nil || early.admit(at: 31) == nil) }
  }

  @Test(
    "half open: exactly the probes go through, and each outcome has its consequence",
    arguments: CircuitBreakerTests.outcomes)
  func halfOpen(outcome: CircuitBreaker.Outcome) throws {
    let breaker = opened()
    let first = try #require(breaker.admit(at: 100))
    let second = try #require(breaker.admit(at: 101))
    #expect(breaker.admit(at: 102) == nil)
    breaker.record(outcome, of: first, at: 110)
    switch outcome {
    case .good:
      #expect(
        breaker.state == .halfOpen(probes: [.init(ticket: second, sentAt: 101)], good: 1, wait: 100))
      #expect(breaker.admit(at: 111) == nil)
      breaker.record(.good, of: second, at: 112)
      #expect(breaker.state == .closed && breaker.recent.isEmpty)
    case .slow, .bad:
      #expect(breaker.state == .open(until: 310, wait: 200))
      breaker.record(.good, of: second, at: 311)
      #expect(breaker.state == .open(until: 310, wait: 200), "a probe of before says nothing any more")
    case .neutral:
      #expect(breaker.admit(at: 111) != nil)
      #expect(breaker.admit(at: 112) == nil)
    case .limited:
      #expect(breaker.pause == .init(until: 140, length: 30))
      #expect(breaker.admit(at: 139) == nil)
      #expect(breaker.admit(at: 140) != nil)
    }
  }

  @Test(
    "an outcome told twice, or of a ticket nobody was given, changes nothing",
    arguments: CircuitBreakerTests.outcomes)
  func strangers(outcome: CircuitBreaker.Outcome) throws {
    if case .limited = outcome { return }
    let breaker = opened()
    let probe = try #require(breaker.admit(at: 100))
    breaker.record(.good, of: probe, at: 101)
    let before = breaker.machine
    breaker.record(outcome, of: probe, at: 102)
    breaker.record(outcome, of: .init(number: 999), at: 102)
    #expect(breaker.machine == before)
  }

  @Test("a probe that never comes back is bad at its deadline; waits double up to the longest")
  func deadlines() throws {
    let breaker = opened()
    var time = 100
    for wait in [200, 350, 350] {
      _ = try #require(breaker.admit(at: time))
      #expect(breaker.admit(at: time + 49) != nil)
      #expect(breaker.admit(at: time + 50) == nil)
      #expect(breaker.state == .open(until: time + 50 + wait, wait: wait))
      time += 50 + wait
    }
  }

  @Test("forced open lets nothing through, disabled everything; automatic again starts closed")
  func modes() {
    let breaker = opened()
    breaker.set(.disabled)
    for _ in 0..<20 { #expect(breaker.call(.bad, at: 0)) }
    breaker.set(.forcedOpen)
    #expect(breaker.admit(at: 1_000_000) == nil)
    breaker.set(.automatic)
    #expect(breaker.state == .closed && breaker.recent.isEmpty)
    #expect(breaker.call(.good, at: 0))
  }

  @Test("a clock that jumps back makes no wait longer than it was")
  func clockJumps() throws {
    var breaker = opened()
    #expect(breaker.admit(at: -1_000_000) == nil)
    #expect(breaker.admit(at: -1_000_000 + 100) != nil)
    breaker = opened()
    _ = try #require(breaker.admit(at: 100))
    #expect(breaker.admit(at: -500) != nil)
    #expect(breaker.admit(at: -449) == nil)
    let limited = Breaker(Self.settings)
    #expect(limited.call(.limited(retryAfter: .max), at: 0))
    #expect(limited.pause?.length == 500)
    #expect(limited.admit(at: -10_000) == nil)
    #expect(limited.admit(at: -10_000 + 500) != nil)
  }

  @Test("the drawn part of a wait is the same for the same opening, and differs between seeds")
  func jitter() {
    var settings = CircuitBreakerSettings()
    let waits = (0..<50).map { seed in
      settings.seed = seed
      return settings.jittered(1_000, opening: 1)
    }
    #expect(waits.allSatisfy { (800...1_000).contains($0) })
    #expect(Set(waits).count > 40)
    #expect(settings.jittered(1_000, opening: 1) == settings.jittered(1_000, opening: 1))
  }

  @Test("100,000 steps of random walks keep the invariants", arguments: 1...20)
  func walks(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let breaker = Breaker(Self.settings)
    var out: [CircuitBreaker.Ticket] = []
    var now = 0
    var seen = Set<String>()
    for _ in 0..<5_000 {
      let before = breaker.machine
      switch Int.random(in: 0..<40, using: &random) {
      case 0..<18:
        if let ticket = breaker.admit(at: now) {
          out.append(ticket)
          if case .open = breaker.state { Issue.record("a call went through an open breaker") }
        }
      case 18..<36:
        guard let place = out.indices.randomElement(using: &random),
          let outcome = Self.outcomes.randomElement(using: &random)
        else { break }
        breaker.record(outcome, of: out.remove(at: place), at: now)
      case 36:
        now += Int.random(in: -200...400, using: &random)
      case 37:
        breaker.machine = try JSONValueDecoder().decode(
          CircuitBreaker.self, from: JSONValue(parsing: JSONValueEncoder().encode(before).compact()))
        #expect(breaker.machine == before, "what is kept is what comes back")
      case 38 where Int.random(in: 0..<20, using: &random) == 0:
        breaker.set(.automatic)
      default: now += Int.random(in: 0...60, using: &random)
      }
      seen.insert(Self.check(breaker.machine))
    }
    #expect(seen == ["closed", "open", "half open"])
  }

  /// Holds a breaker to its invariants and names its state.
  private static func check(_ breaker: CircuitBreaker) -> String {
    #expect(breaker.recent.count <= settings.window)
    switch breaker.state {
    case .closed:
      let bad = breaker.recent.count { $0 == .bad }
      #expect(breaker.recent.count < settings.minimumCalls || 2 * bad < breaker.recent.count)
      return "closed"
    case .open(_, let wait):
      #expect((settings.wait...settings.longestWait).contains(wait) && breaker.recent.isEmpty)
      return "open"
    case .halfOpen(let probes, let good, let wait):
      #expect(
        probes.count + good <= settings.probes && good < settings.probes && wait <= settings.longestWait)
      #expect(Set(probes.map(\.ticket)).count == probes.count)
      return "half open"
    }
  }
}
