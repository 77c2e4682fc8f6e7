/// Decides which agents a request needs.
public enum Planner {
  /// The plan of a session: the analysts side by side, then recommendation, then QA & citation.
  ///
  /// - Parameter hasGoals: whether any active goal is in scope; without one goal insights has nothing to say.
  public static func plan(hasGoals: Bool) throws(CoachError) -> TaskGraph {
    let analysts = AgentName.analysts.filter { hasGoals || $0 != AgentName.goalInsights }
    let writers = analysts + [AgentName.recommendation]
    return try TaskGraph(
      analysts.map { .init(id: $0, agent: $0) }
        + [
          .init(id: AgentName.recommendation, agent: AgentName.recommendation, after: analysts),
          .init(id: AgentName.qaCitation, agent: AgentName.qaCitation, after: writers),
        ])
  }

  /// The plan of one agent run alone; what it writes is still judged before it is published.
  ///
  /// - Throws: `CoachError` with code `unknown_agent` listing the agents there are.
  public static func plan(agent: String) throws(CoachError) -> TaskGraph {
    guard AgentName.writers.contains(agent) else {
      throw CoachError(
        .unknownAgent,
        "no agent is called \"\(agent)\"; those that can run alone are \(AgentName.writers.joined(separator: ", "))"
      )
    }
    return try TaskGraph([
      .init(id: agent, agent: agent),
      .init(id: AgentName.qaCitation, agent: AgentName.qaCitation, after: [agent]),
    ])
  }
}
