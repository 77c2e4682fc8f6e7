/// Finds the agent of a task; replaced only by tests that put a broken agent in.
struct AgentRoster: Sendable {
  private let make: @Sendable (String, AgentPolicy) -> (any WritingAgent)?

  /// The four agents that write.
  static let standard = AgentRoster { name, policy in
    switch name {
    case AgentName.goalInsights: GoalInsightsAgent(policy: policy)
    case AgentName.performance: PerformanceAgent(policy: policy)
    case AgentName.allocation: AllocationAgent(policy: policy)
    case AgentName.recommendation: RecommendationAgent(policy: policy)
    default: nil
    }
  }

  init(_ make: @escaping @Sendable (String, AgentPolicy) -> (any WritingAgent)?) {
    self.make = make
  }

  /// The agent with a name.
  ///
  /// - Throws: `CoachError` with code `unknown_agent`.
  func agent(_ name: String, under policy: AgentPolicy) throws(CoachError) -> any WritingAgent {
    guard let agent = make(name, policy) else {
      throw CoachError(.unknownAgent, "the plan names the agent \"\(name)\", which nobody has written")
    }
    return agent
  }
}
