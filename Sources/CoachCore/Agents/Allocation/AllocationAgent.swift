import Finance

/// Decides what there is to say of how money is spread: what has drifted, what does not suit its date, what is held twice
/// or costs more than it need, and whether money is at hand (domain rules §2.6, §3).
///
/// It reads facts and nothing else. Its levers begin with the cheapest: new instalments before a sale, and of a sale the
/// day on which it costs less.
struct AllocationAgent: WritingAgent {
  /// More than this at once is not read.
  static let mostBriefs = 4

  let policy: AgentPolicy

  var name: String { AgentName.allocation }

  func tools(for reading: SnapshotReading, facts: FactSet) throws -> [any CoachTool] {
    let inputs = try AllocationInputs(reading)
    var tools = [try AllocationMath(.portfolio, in: reading, inputs: inputs)]
    for goal in reading.goals { tools.append(try AllocationMath(.goal(goal), in: reading, inputs: inputs)) }
    return tools
  }

  /// What asks for action first, then money at hand, then drifts in the order of the goals, overlap and costs.
  ///
  /// - Throws: `CoachError` with code `missing_fact` or `invalid_facts` naming the fact.
  func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief] {
    var goals: [ArtifactBrief] = []
    for goal in given.goals { goals += try GoalAllocation(goal, given, policy).briefs() }
    let portfolio = PortfolioAllocation(given, policy)
    let briefs =
      goals.filter { $0.severity == .action } + [try portfolio.emergency()].compactMap { $0 }
      + goals.filter { $0.severity != .action }
      + [try portfolio.overlap(), try portfolio.costs()].compactMap { $0 }
    if briefs.isEmpty { return [try portfolio.inBand()].compactMap { $0 } }
    return Array(briefs.prefix(Self.mostBriefs))
  }
}
