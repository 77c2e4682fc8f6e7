/// Which agent may call which tool; what is not listed is denied.
struct ToolAllowList: Sendable {
  private let allowed: [String: Set<String>]

  /// The tools that a session has to ask for besides.
  static let offByDefault: Set<String> = ["research"]

  static let standard = ToolAllowList([
    AgentName.goalInsights: [GoalMath.name, GoalSimulation.name],
    AgentName.performance: [PortfolioReader.name, NavPrices.name],
    AgentName.allocation: ["allocation_math"],
    AgentName.recommendation: [GoalMath.name, "allocation_math", "research"],
  ])

  init(_ allowed: [String: Set<String>]) {
    self.allowed = allowed
  }

  /// Every tool some agent may call, in order of name.
  var tools: [String] { Set(allowed.values.flatMap(\.self)).sorted() }

  func allows(_ tool: String, to agent: String) -> Bool {
    allowed[agent]?.contains(tool) ?? false
  }
}
