import Finance
import Foundation
import JSONKit
import Synchronization

@testable import CoachCore

/// Pipelines over the project's own portfolios, with stores in memory and a clock the test sets.
struct PipelineFixture {
  let clock = TestClock()
  let store: SQLiteCoachStore
  let source: StubSource
  var configuration: CoachPipelines.Configuration

  init(_ names: [String] = ["F02"]) throws {
    let engine = try EngineFixture()
    store = try SQLiteCoachStore.inMemory()
    source = try StubSource(names, market: engine.configuration.market)
    var set = engine.configuration
    let clock = clock
    set.clock = RunClock(now: { clock.now }, nanoseconds: { clock.tick() })
    set.toolCache = ToolCache(values: store, revision: "test")
    let nonces = CallCounter()
    configuration = CoachPipelines.Configuration(
      engine: set, store: store, values: store, outbox: store, source: source,
      nonce: { "attempt-\(nonces.next())" })
  }

  var pipelines: CoachPipelines { CoachPipelines(configuration) }

  /// Has a user ask for mail.
  func askForMail(_ user: String, muted: [String] = []) throws {
    try store.save(
      UserPreferences(language: .hindi, mutedTopics: muted, notifyEmail: true, updatedAt: "t"),
      as: Principal(user: user))
  }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  /// 14 August 2026, 05:30 in India.
  private let seconds = Mutex(1_786_665_600.0)
  private let ticks = Mutex<UInt64>(0)

  var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }

  func advance(_ interval: Double) { seconds.withLock { $0 += interval } }

  func set(_ instant: Date) { seconds.withLock { $0 = instant.timeIntervalSince1970 } }

  func tick() -> UInt64 {
    ticks.withLock { count in
      count += 1_000_000
      return count
    }
  }

  var runClock: RunClock { RunClock(now: { self.now }, nanoseconds: { self.tick() }) }
}

/// Counts up from 1.
final class CallCounter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

/// Portfolios of the project's files, whose text and prices a test can change.
final class StubSource: PortfolioSource {
  private struct State {
    var texts: [String: String] = [:]
    var prices: String
    var broken: Set<String> = []
  }

  private let market: MarketData
  private let state: Mutex<State>

  init(_ names: [String], market: MarketData) throws {
    self.market = market
    let root = ProjectFolder.root
    var state = State(
      prices: try String(contentsOf: root.appending(path: "fixtures/prices/nav.csv"), encoding: .utf8))
    for name in names {
      let file = root.appending(path: "fixtures/portfolios/\(name).json")
      let text = try String(contentsOf: file, encoding: .utf8)
      state.texts["u" + name.dropFirst()] = text
    }
    self.state = Mutex(state)
  }

  /// Changes a user's file.
  func edit(_ user: String, _ old: String, _ new: String) {
    state.withLock { $0.texts[user] = $0.texts[user]?.replacing(old, with: new) }
  }

  /// Changes a line of the prices.
  func reprice(_ old: String, _ new: String) {
    state.withLock { $0.prices = $0.prices.replacing(old, with: new) }
  }

  /// Makes reading a user's portfolio fail, or work again.
  func setBroken(_ users: Set<String>) { state.withLock { $0.broken = users } }

  func users() -> [String] { state.withLock { $0.texts.keys.sorted() } }

  func holders(of schemes: Set<String>) throws -> [String] {
    try users().filter { user in
      try portfolio(user)?.holdings.contains { schemes.contains($0.amfiCode) } ?? false
    }
  }

  func snapshot(of user: String, asOf day: CivilDate) throws -> PortfolioSnapshot? {
    let (isBroken, prices) = state.withLock { ($0.broken.contains(user), $0.prices) }
    if isBroken { throw CoachError(.finance, "the portfolio cannot be read just now") }
    guard let portfolio = try portfolio(user) else { return nil }
    return try PortfolioSnapshot(
      portfolio: portfolio, prices: try PriceTable(csv: prices, file: "nav.csv"), schemes: market.schemes,
      asOf: day)
  }

  private func portfolio(_ user: String) throws -> Portfolio? {
    guard let text = state.withLock({ $0.texts[user] }) else { return nil }
    return try Portfolio(json: JSONValue(parsing: text))
  }
}
