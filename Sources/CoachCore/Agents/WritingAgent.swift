import Finance

/// An agent that writes artifacts: asks for tools, then decides from facts alone what there is to say.
///
/// ``briefs(_:)`` reads nothing but the facts, so that it decides the same whether they come from tools or are given
/// to it.
protocol WritingAgent: Sendable {
  /// The agent's name, which is also its task's.
  var name: String { get }
  /// The tools whose facts it reads.
  ///
  /// - Parameter facts: what the agents before it have computed; empty for an analyst.
  func tools(for reading: SnapshotReading, facts: FactSet) throws -> [any CoachTool]
  /// What there is to say, most important first.
  ///
  /// - Throws: `CoachError` with code `missing_fact` or `invalid_facts` naming the fact.
  func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief]
}
