/// Decides which agents a request needs.
public enum Planner {
  /// The plan of a session: the analysts its snapshot gives work to, then QA & citation.
  ///
  /// - Parameter hasGoals: whether any active goal is in scope; without one there is nothing for goal insights to say.
  public static func plan(hasGoals: Bool) throws(CoachError) -> TaskGraph {
    let analysts = hasGoals ? [TaskGraph.Node(id: AgentName.goalInsights, agent: AgentName.goalInsights)] : []
    return try TaskGraph(
      analysts + [.init(id: AgentName.qaCitation, agent: AgentName.qaCitation, after: analysts.map(\.id))])
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
