/// The names of the agents, as plans, events, prompts and suites use them.
public enum AgentName {
  /// Tells what each goal needs.
  public static let goalInsights = "goal_insights"
  /// Proves every artifact before it is published.
  public static let qaCitation = "qa_citation"
  /// The agents that write artifacts and can run alone on given facts.
  public static let writers = [goalInsights]
}
