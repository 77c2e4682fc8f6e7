/// The names of the agents, as plans, events, prompts and suites use them.
public enum AgentName {
  /// Tells what each goal needs.
  public static let goalInsights = "goal_insights"
  /// Tells what the holdings have returned, beside their benchmarks.
  public static let performance = "performance"
  /// Tells how the money is spread, beside what the goals ask for.
  public static let allocation = "allocation"
  /// Proposes at most three actions, each with its effect re-computed.
  public static let recommendation = "recommendation"
  /// Proves every artifact before it is published.
  public static let qaCitation = "qa_citation"
  /// The agents that look at the portfolio side by side.
  public static let analysts = [goalInsights, performance, allocation]
  /// The agents that write artifacts and can run alone on given facts.
  public static let writers = analysts + [recommendation]
}
