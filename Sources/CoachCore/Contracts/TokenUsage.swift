/// Tokens of one or more model calls.
public struct TokenUsage: Codable, Hashable, Sendable {
  /// Number of model calls.
  public var calls: Int
  /// Tokens sent.
  public var inputTokens: Int
  /// Tokens received.
  public var outputTokens: Int
  /// Whether any part was estimated rather than measured by the provider.
  public var estimated: Bool

  enum CodingKeys: String, CodingKey, CaseIterable {
    case calls
    case inputTokens = "input_tokens"
    case outputTokens = "output_tokens"
    case estimated
  }

  /// Counts tokens.
  public init(calls: Int = 0, inputTokens: Int = 0, outputTokens: Int = 0, estimated: Bool = false) {
    self.calls = calls
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.estimated = estimated
  }

  /// Adds another count to this one.
  public static func += (left: inout TokenUsage, right: TokenUsage) {
    left.calls += right.calls
    left.inputTokens += right.inputTokens
    left.outputTokens += right.outputTokens
    left.estimated = left.estimated || right.estimated
  }
}
