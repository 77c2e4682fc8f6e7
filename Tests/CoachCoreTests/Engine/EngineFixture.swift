import CoachCore
import Finance
import Foundation
import JSONKit
import Logging
import Synchronization

/// An engine over the project's own fixtures, with a clock the test owns.
struct EngineFixture {
  static let portfolios = ["F01", "F02", "F03", "F05", "F26"]

  var configuration: CoachEngine.Configuration
  private let schemes: SchemeDirectory
  private let prices: PriceTable

  init(startingAt seconds: Double = 1_786_665_600) throws {
    // One millisecond passes at each reading, so that durations are known and never zero.
    let ticks = Ticks()
    let clock = RunClock(
      now: { Date(timeIntervalSince1970: seconds + Double(ticks.next()) / 1000) },
      nanoseconds: { ticks.next() * 1_000_000 })
    configuration = try CoachEngine.Configuration(
      prompts: try PromptLibrary(directory: ProjectFolder.root.appending(path: "prompts")), clock: clock,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    schemes = try SchemeDirectory(json: try ProjectFolder.json("fixtures/schemes.json"))
    prices = try PriceTable(
      csv: try String(
        contentsOf: ProjectFolder.root.appending(path: "fixtures/prices/nav.csv"), encoding: .utf8),
      file: "nav.csv")
  }

  func snapshot(_ name: String) throws -> PortfolioSnapshot {
    let portfolio = try Portfolio(json: try ProjectFolder.json("fixtures/portfolios/\(name).json"))
    return try PortfolioSnapshot(portfolio: portfolio, prices: prices, schemes: schemes, asOf: portfolio.asOf)
  }

  func request(_ snapshot: PortfolioSnapshot, model: String = "composer", scope: [String] = [])
    -> CoachRequest
  {
    CoachRequest(
      user: snapshot.portfolio.user.id, asOf: snapshot.asOf, scope: scope, options: .init(model: model))
  }

  func run(
    _ name: String, model: String = "composer", seed: UInt64 = 1, store: (any CoachStore)? = nil
  ) async throws -> RunRecord {
    let snapshot = try snapshot(name)
    return try await CoachEngine(configuration).run(
      request(snapshot, model: model), snapshot: snapshot, identity: RunIdentity(seed: seed, scope: [name]),
      store: try store ?? SQLiteCoachStore.inMemory())
  }
}

/// Counts readings of a clock.
private final class Ticks: Sendable {
  private let value = Mutex<UInt64>(0)

  func next() -> UInt64 {
    value.withLock { count in
      count += 1
      return count
    }
  }
}
