import CoachCore
import Finance
import Foundation
import JSONKit
import Logging

/// The project's own files, and sessions run over them.
struct SessionBench {
  private let project: URL
  private let schemes: SchemeDirectory
  private let prices: PriceTable
  private let prompts: PromptLibrary
  private let market: MarketData

  /// - Parameter project: the folder `fixtures` and `prompts` lie in.
  init(project: URL) throws {
    self.project = project
    schemes = try SchemeDirectory(json: try Self.json("fixtures/schemes.json", in: project))
    prices = try PriceTable(csv: try Self.text("fixtures/prices/nav.csv", in: project), file: "nav.csv")
    prompts = try PromptLibrary(directory: project.appending(path: "prompts"))
    market = MarketData(
      schemes: schemes,
      history: try PriceTable(
        csv: try Self.text("fixtures/prices/history.csv", in: project), file: "history.csv"),
      benchmarks: try IndexTable(
        csv: try Self.text("fixtures/prices/benchmarks.csv", in: project), file: "benchmarks.csv"),
      disclosures: try SchemeDisclosure.all(
        json: try Self.json("fixtures/prices/disclosures.json", in: project)))
  }

  /// An engine that works probabilities out in one of two ways.
  ///
  /// - Parameter model: one more model it knows.
  func engine(
    _ simulation: SimulationMethod, clock: RunClock = .system, model: (any LanguageModel)? = nil
  ) throws -> CoachEngine {
    var configuration = try CoachEngine.Configuration(
      prompts: prompts, market: market, clock: clock,
      logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
    configuration.simulation = simulation
    if let model { configuration.models = ModelCatalog(extra: [model]) }
    return CoachEngine(configuration)
  }

  /// A portfolio of the project, valued on its own day.
  func snapshot(_ name: String) throws -> PortfolioSnapshot {
    let portfolio = try Portfolio(json: try Self.json("fixtures/portfolios/\(name).json", in: project))
    return try PortfolioSnapshot(
      portfolio: portfolio, prices: prices, schemes: schemes, asOf: portfolio.asOf)
  }

  /// The names of all portfolios, in order.
  func portfolios() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: project.appending(path: "fixtures/portfolios").path)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// One whole session, in a store of its own: in one that knows the investor every topic would rest.
  func session(
    _ engine: CoachEngine, _ snapshot: PortfolioSnapshot, store: any CoachStore, language: String? = nil,
    model: String = "composer", control: RunControl = RunControl()
  ) async throws -> RunRecord {
    try await engine.run(
      CoachRequest(
        user: snapshot.portfolio.user.id, asOf: snapshot.asOf,
        options: .init(model: model, language: language)),
      snapshot: snapshot, identity: RunIdentity(seed: 1, scope: ["benchmark"]), store: store,
      control: control)
  }

  private static func text(_ path: String, in project: URL) throws -> String {
    try String(contentsOf: project.appending(path: path), encoding: .utf8)
  }

  private static func json(_ path: String, in project: URL) throws -> JSONValue {
    try JSONValue(parsing: try text(path, in: project))
  }
}
