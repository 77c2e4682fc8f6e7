/// What one agent's model calls used over a run.
struct AgentUsage: Codable, Hashable, Sendable {
  /// The agent's name, for example `goal_insights`.
  var agent: String
  /// Model calls made, repairs included.
  var calls: Int
  /// Tokens sent.
  var inputTokens: Int
  /// Tokens received.
  var outputTokens: Int
  /// Integer micro-dollars; nil when the model has no price.
  var costMicros: Int64?

  enum CodingKeys: String, CodingKey {
    case agent, calls
    case inputTokens = "input_tokens"
    case outputTokens = "output_tokens"
    case costMicros = "cost_micros"
  }
}
