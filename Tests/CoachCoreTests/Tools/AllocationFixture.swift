import Finance
import JSONKit

@testable import CoachCore

/// What the allocation tool and agent read of a fixture portfolio.
struct AllocationFixture {
  static let portfolios = (1...30).flatMap { number in
    let name = "F" + (number < 10 ? "0" : "") + "\(number)"
    return number == 27 ? ["F27A", "F27B"] : [name]
  }

  private let engine: EngineFixture
  private let market: MarketData
  private let policy: PolicyTables
  private let rules: RegulatoryTables

  init() throws {
    engine = try EngineFixture()
    let schemes = try SchemeDirectory(json: try ProjectFolder.json("fixtures/schemes.json"))
    market = MarketData(schemes: schemes, disclosures: try Self.disclosures())
    policy = try PolicyTables.embedded()
    rules = try RegulatoryTables.embedded()
  }

  func reading(_ name: String) throws -> SnapshotReading { try reading(engine.snapshot(name)) }

  /// A portfolio of the text given, valued with the fixtures' prices.
  func reading(_ portfolio: Portfolio) throws -> SnapshotReading {
    try reading(engine.snapshot(of: portfolio))
  }

  private func reading(_ snapshot: PortfolioSnapshot) throws -> SnapshotReading {
    try SnapshotReading(
      inputs: SnapshotInputs(snapshot), goals: snapshot.portfolio.goals.filter { $0.status == .active },
      market: market,
      policy: policy, rules: rules)
  }

  func agent(on reading: SnapshotReading) throws -> AllocationAgent {
    AllocationAgent(policy: try AgentPolicy(policy, on: reading.snapshot.asOf))
  }

  func facts(_ reading: SnapshotReading) async throws -> FactSet {
    try FactSet(await Fact.made(by: agent(on: reading).tools(for: reading, facts: .empty)))
  }

  func given(_ reading: SnapshotReading, language: String? = nil) async throws -> GivenFacts {
    let user = reading.snapshot.portfolio.user
    return GivenFacts(
      asOf: reading.snapshot.asOf,
      user: .init(riskProfile: user.riskProfile.rawValue, language: language ?? user.language.rawValue),
      goals: reading.goals.map { .init(id: $0.id, kind: $0.kind.rawValue) }, facts: try await facts(reading))
  }

  func briefs(_ name: String, language: String? = nil) async throws -> [ArtifactBrief] {
    let reading = try reading(name)
    return try agent(on: reading).briefs(try await given(reading, language: language))
  }

  private static func disclosures() throws -> [String: SchemeDisclosure] {
    let json = try ProjectFolder.json("fixtures/prices/disclosures.json")
    guard let day = json["as_of"]?.string.flatMap(CivilDate.init(iso:)), let schemes = json["schemes"]?.object
    else { throw CoachError(.invalidFacts, "disclosures.json has no as_of or schemes") }
    var disclosures: [String: SchemeDisclosure] = [:]
    for (code, weights) in schemes {
      let pairs = (weights.object ?? [:]).map { ($0.key, $0.value.double ?? .nan) }
      disclosures[code] = try SchemeDisclosure(
        amfiCode: code, asOf: day, weights: Dictionary(uniqueKeysWithValues: pairs))
    }
    return disclosures
  }
}
