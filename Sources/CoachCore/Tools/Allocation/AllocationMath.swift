import Finance
import JSONKit

/// Computes how money is spread, what it costs, and what bringing it back to its targets would take (domain rules §2.6,
/// §2.7).
struct AllocationMath: CoachTool {
  static let name = "allocation_math"
  static let version = "1"

  /// What a call looks at.
  enum Subject {
    /// Holdings, instalments, overlap, charges and money at hand.
    case portfolio
    /// The spread of one goal's money.
    case goal(Goal)
  }

  let subject: Subject
  let inputs: AllocationInputs
  let snapshot: PortfolioSnapshot
  let market: MarketData
  let policy: PolicyTables
  let rules: RegulatoryTables
  /// Carries the hash of the inputs, which are the same for every fact of a call.
  private let base: FactMaker

  init(_ subject: Subject, in reading: SnapshotReading, inputs: AllocationInputs) throws {
    self.subject = subject
    self.inputs = inputs
    snapshot = reading.snapshot
    market = reading.market
    policy = reading.policy
    rules = reading.rules
    base = try FactMaker(
      Self.self, asOf: snapshot.asOf,
      inputs: inputs.json(Self.arguments(subject, snapshot)), rows: [])
  }

  var arguments: JSONObject { Self.arguments(subject, snapshot) }

  private static func arguments(_ subject: Subject, _ snapshot: PortfolioSnapshot) -> JSONObject {
    var arguments: JSONObject = ["as_of": .string(snapshot.asOf.description)]
    if case .goal(let goal) = subject { arguments["goal"] = .string(goal.id) }
    return arguments
  }

  func run() throws -> [Fact] {
    switch subject {
    case .portfolio: try portfolioFacts()
    case .goal(let goal): try goalFacts(goal)
    }
  }

  /// Makes facts of some rows: `conventions` say what their figures rest on beside the inputs.
  func maker(rows: [Fact.Row], holdings: [String], conventions: JSONObject = [:]) -> FactMaker {
    var params = conventions
    let caveats = caveats(of: holdings)
    if !caveats.isEmpty { params["caveats"] = .array(caveats.map { .string($0.rawValue) }) }
    return FactMaker(base, params: params, rows: rows)
  }

  /// How far values of some holdings can be relied on.
  func quality(of holdings: [String]) -> Fact.Quality {
    caveats(of: holdings).contains(.staleNAV) ? .stale : .exact
  }

  /// What a reader of figures about some holdings must be told.
  private func caveats(of holdings: [String]) -> [Insight.Caveat] {
    let issues = snapshot.issues.filter { $0.holding.map(holdings.contains) ?? false }
    let isStale = issues.contains { $0.kind == .staleNAV }
    let isIncomplete = issues.contains {
      [.incompleteStatement, .unknownLots, .unreconciled].contains($0.kind)
    }
    return (isStale ? [.staleNAV] : []) + (isIncomplete ? [.incompleteCAS] : [])
  }
}
