import Finance
import Foundation
import Synchronization
import Testing

@testable import CoachCore

@Suite("Breakers of an engine")
struct CircuitBreakersTests {
  /// A clock that stands until it is moved.
  private final class Hand: Sendable {
    private let seconds = Mutex(1_786_665_600.0)
    var clock: RunClock {
      RunClock(
        now: { Date(timeIntervalSince1970: self.seconds.withLock(\.self)) }, nanoseconds: { 0 },
        sleep: { _ in })
    }
    func move(_ by: Double) { seconds.withLock { $0 += by } }
  }

  private static var settings: CircuitBreakerSettings {
    var settings = CircuitBreakerSettings()
    settings.minimumCalls = 2
    settings.jitter = 0
    return settings
  }

  private func fail(_ breakers: CircuitBreakers, _ times: Int, _ clock: RunClock) async throws {
    for _ in 0..<times {
      let ticket = try await breakers.admit("p", spending: .init(), clock: clock)
      try await breakers.record(.bad, of: ticket, provider: "p", clock: clock)
    }
  }

  private func isOpen(
    _ breakers: CircuitBreakers, _ clock: RunClock, provider: String? = "p", limits: SpendLimits = .init()
  ) async throws -> Bool {
    do {
      _ = try await breakers.admit(provider, spending: limits, clock: clock)
      return false
    } catch {
      #expect(error.code == .providerUnavailable)
      return true
    }
  }

  @Test("an open breaker is open after a restart over the same values, and for its own provider only")
  func restart() async throws {
    let file = TemporaryStore()
    let hand = Hand()
    let first = CircuitBreakers(settings: Self.settings, values: try file.open())
    try await fail(first, 2, hand.clock)
    let second = CircuitBreakers(settings: Self.settings, values: try file.open())
    #expect(try await isOpen(second, hand.clock))
    #expect(try await !isOpen(second, hand.clock, provider: "other"))
    #expect(try await !isOpen(second, hand.clock, provider: nil))
    hand.move(5)
    #expect(try await !isOpen(second, hand.clock))
  }

  @Test("an operator forces a breaker open, disables it, and has it start anew")
  func operators() async throws {
    let hand = Hand()
    let breakers = CircuitBreakers(settings: Self.settings)
    try await breakers.set(.forcedOpen, provider: "p", clock: hand.clock)
    hand.move(1e6)
    #expect(try await isOpen(breakers, hand.clock))
    try await breakers.set(.disabled, provider: "p", clock: hand.clock)
    try await fail(breakers, 20, hand.clock)
    try await breakers.set(.automatic, provider: "p", clock: hand.clock)
    #expect(try await !isOpen(breakers, hand.clock))
  }

  @Test("the spend breaker closes when its window rolls or an operator says so, and not before")
  func spending() async throws {
    let hand = Hand()
    let minute = SpendLimits(perMinute: .init(micros: 100))
    let values = MemoryKVStore()
    let breakers = CircuitBreakers(values: values)
    try await breakers.add(.init(micros: 100), clock: hand.clock)
    #expect(try await !isOpen(breakers, hand.clock, provider: nil, limits: minute))
    try await breakers.add(.init(micros: 1), clock: hand.clock)
    #expect(try await isOpen(breakers, hand.clock, provider: nil, limits: minute))
    #expect(
      try await isOpen(CircuitBreakers(values: values), hand.clock, provider: "p", limits: minute),
      "also after a restart")
    hand.move(59)
    #expect(try await isOpen(breakers, hand.clock, provider: nil, limits: minute))
    hand.move(-3_600)
    #expect(
      try await isOpen(breakers, hand.clock, provider: nil, limits: minute),
      "a clock that jumps back rolls nothing")
    hand.move(3_601)
    #expect(try await !isOpen(breakers, hand.clock, provider: nil, limits: minute))
    let day = SpendLimits(perDay: .init(micros: 100))
    #expect(try await isOpen(breakers, hand.clock, provider: nil, limits: day))
    try await breakers.setSpending(.automatic, clock: hand.clock)
    #expect(try await !isOpen(breakers, hand.clock, provider: nil, limits: day))
    try await breakers.setSpending(.forcedOpen, clock: hand.clock)
    hand.move(1e6)
    #expect(try await isOpen(breakers, hand.clock, provider: nil))
    try await breakers.setSpending(.disabled, clock: hand.clock)
    try await breakers.add(.init(micros: 10_000), clock: hand.clock)
    #expect(try await !isOpen(breakers, hand.clock, provider: nil, limits: day))
  }

  @Test("what is no failure of the provider does not count as one")
  func outcomes() {
    let breakers = CircuitBreakers()
    func outcome(_ error: (any Error)?, after: Int = 1) -> CircuitBreaker.Outcome {
      breakers.outcome(after: after, error: error)
    }
    #expect(outcome(nil) == .good)
    #expect(outcome(nil, after: 20_000) == .slow)
    for kind in [ProviderFailure.Kind.server, .timeout, .connection] {
      #expect(outcome(ProviderFailure(kind, "")) == .bad)
    }
    for kind in [ProviderFailure.Kind.badRequest, .refused] {
      #expect(outcome(ProviderFailure(kind, "")) == .neutral)
    }
    #expect(
      outcome(ProviderFailure(.rateLimited(retryAfter: .seconds(7)), "")) == .limited(retryAfter: 7_000))
    #expect(outcome(ProviderFailure(.rateLimited(retryAfter: nil), "")) == .limited(retryAfter: 1_000))
    #expect(outcome(CancellationError()) == .neutral)
    #expect(outcome(CancellationError(), after: 20_000) == .bad, "given up after it took too long")
    #expect(outcome(CoachError(.modelFailed, "")) == .bad)
    #expect(outcome(CoachError(.budgetExhausted, "")) == .neutral)
  }

  @Test("a standing that cannot be read is a failure of the store, not a closed breaker")
  func unreadable() async throws {
    let values = MemoryKVStore()
    await values.set("service:breaker:p", "{", until: "9")
    let breakers = CircuitBreakers(values: values)
    let clock = Hand().clock
    let error = await #expect(throws: CoachError.self) {
      try await breakers.admit("p", spending: .init(), clock: clock)
    }
    #expect(error?.code == .storeFailed)
  }
}
