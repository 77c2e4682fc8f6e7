/// Which agent may call which tool; what is not listed is denied.
struct ToolAllowList: Sendable {
  private let allowed: [String: Set<String>]

  static let standard = ToolAllowList([
    AgentName.goalInsights: [PortfolioReader.name, GoalMath.name]
  ])

  init(_ allowed: [String: Set<String>]) {
    self.allowed = allowed
  }

  func allows(_ tool: String, to agent: String) -> Bool {
    allowed[agent]?.contains(tool) ?? false
  }
}
