/// What a model answered.
public struct ModelResponse: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The tokens it took.
  public let usage: TokenUsage
  /// Why it stopped, for example `stop` or `length`.
  public let finish: String

  /// Makes an answer.
  public init(text: String, usage: TokenUsage, finish: String) {
    self.text = text
    self.usage = usage
    self.finish = finish
  }
}
