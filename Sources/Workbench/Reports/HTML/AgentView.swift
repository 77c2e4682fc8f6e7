import JSONKit

/// What one agent had to tell in a case.
struct AgentView {
  let agentTitle: String
  let insights: [InsightView]

  /// The insights of a record grouped by agent: agents in the order of the plan, insights in that of publication.
  static func all(in record: JSONValue, facts: FactIndex) -> [AgentView] {
    let insights = record["artifacts"]?["insights"]?.array ?? []
    let planned = (record["plan"]?["nodes"]?.array ?? []).compactMap { $0["agent"]?.string }
    var agents: [String] = []
    for agent in planned + insights.map(agent) where !agents.contains(agent) { agents.append(agent) }
    return agents.compactMap { name in
      let own = insights.filter { agent(of: $0) == name }
      guard !own.isEmpty else { return nil }
      return AgentView(
        agentTitle: titles[name] ?? name.replacing("_", with: " "),
        insights: own.map { InsightView($0, record: record, facts: facts) })
    }
  }

  private static func agent(of insight: JSONValue) -> String { insight["agent"]?.string ?? "" }

  private static let titles = [
    "goal_insights": "Goals", "performance": "Performance", "allocation": "Allocation", "": "Insights",
  ]
}
