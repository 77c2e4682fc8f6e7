/// What a model is asked.
public struct ModelRequest: Hashable, Sendable {
  /// The conversation so far, oldest first.
  public let messages: [ModelMessage]
  /// The run's seed, so that a model that draws at random draws the same again.
  public let seed: UInt64
  /// The most tokens the answer may have; what was reserved for it.
  public let maxCompletionTokens: Int

  /// Makes a request.
  public init(messages: [ModelMessage], seed: UInt64, maxCompletionTokens: Int = 1_200) {
    self.messages = messages
    self.seed = seed
    self.maxCompletionTokens = maxCompletionTokens
  }
}
