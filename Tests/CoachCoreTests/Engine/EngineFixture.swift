import Finance
import Foundation
import JSONKit
import Logging
import Synchronization

@testable import CoachCore

/// An engine over the project's own fixtures, with a clock the test owns.
struct EngineFixture {
  static let portfolios = ["F01", "F02", "F03", "F05", "F26"]

  var configuration: CoachEngine.Configuration
  private let schemes: SchemeDirectory
  private let prices: PriceTable

  /// - Parameter simulation: few paths unless a test looks at probabilities, since unoptimised code simulates slowly.
  init(startingAt seconds: Double = 1_786_665_600, simulation: SimulationMethod = .paths(100)) throws {
    // One millisecond passes at each reading, so that durations are known and never zero.
    let ticks = Ticks()
    let clock = RunClock(
      now: { Date(timeIntervalSince1970: seconds + Double(ticks.next()) / 1000) },
      nanoseconds: { ticks.next() * 1_000_000 })
    configuration = try CoachEngine.Configuration(
      prompts: try PromptLibrary(directory: ProjectFolder.root.appending(path: "prompts")),
      market: try Self.market(), clock: clock, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
    configuration.simulation = simulation
    // Unoptimised code on a busy machine may take longer than a deadline of real seconds allows.
    configuration.retries.deadline = .seconds(3600)
    configuration.critiqueDeadline = .seconds(1800)
    schemes = configuration.market.schemes
    prices = try PriceTable(csv: try Self.text("nav.csv"), file: "nav.csv")
  }

  /// What the project's files tell of the markets; disclosures only where there are any.
  static func market() throws -> MarketData {
    let disclosures = "fixtures/prices/disclosures.json"
    let isThere = FileManager.default.fileExists(atPath: ProjectFolder.root.appending(path: disclosures).path)
    return MarketData(
      schemes: try SchemeDirectory(json: try ProjectFolder.json("fixtures/schemes.json")),
      history: try PriceTable(csv: try text("history.csv"), file: "history.csv"),
      benchmarks: try IndexTable(csv: try text("benchmarks.csv"), file: "benchmarks.csv"),
      disclosures: isThere ? try SchemeDisclosure.all(json: try ProjectFolder.json(disclosures)) : [:])
  }

  private static func text(_ table: String) throws -> String {
    try String(contentsOf: ProjectFolder.root.appending(path: "fixtures/prices/\(table)"), encoding: .utf8)
  }

  /// The names of all portfolios, in order.
  static func allPortfolios() throws -> [String] {
    let folder = ProjectFolder.root.appending(path: "fixtures/portfolios").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  func snapshot(of portfolio: Portfolio) throws -> PortfolioSnapshot {
    try PortfolioSnapshot(portfolio: portfolio, prices: prices, schemes: schemes, asOf: portfolio.asOf)
  }

  /// - Parameters:
  ///   - daysLater: days from the day the portfolio speaks of.
  ///   - edit: what has changed in the file since.
  func snapshot(
    _ name: String, daysLater: Int = 0, edit: (String) -> String = { $0 }
  ) throws -> PortfolioSnapshot {
    let file = ProjectFolder.root.appending(path: "fixtures/portfolios/\(name).json")
    let portfolio = try Portfolio(json: JSONValue(parsing: edit(String(contentsOf: file, encoding: .utf8))))
    return try PortfolioSnapshot(
      portfolio: portfolio, prices: prices, schemes: schemes, asOf: portfolio.asOf.adding(days: daysLater))
  }

  /// - Parameter change: what is changed in the document before it is read.
  func snapshot(
    _ name: String, changed change: (inout JSONObject) throws -> Void = { _ in }
  ) throws -> PortfolioSnapshot {
    var document = try ProjectFolder.json("fixtures/portfolios/\(name).json").object ?? [:]
    try change(&document)
    let portfolio = try Portfolio(json: .object(document))
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
