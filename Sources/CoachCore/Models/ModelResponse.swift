/// What a model answered.
public struct ModelResponse: Codable, Hashable, Sendable {
  /// The text.
  public let text: String
  /// The tokens it took.
  public let usage: TokenUsage
  /// Why it stopped, for example `stop` or `length`.
  public let finish: String
  /// What was broken in it on purpose; nil for every model but a faulty one.
  public let fault: PlantedFault?

  /// Makes an answer.
  public init(text: String, usage: TokenUsage, finish: String, fault: PlantedFault? = nil) {
    self.text = text
    self.usage = usage
    self.finish = finish
    self.fault = fault
  }

  /// The answer with no more than so many bytes of text; a cut is told by `finish`.
  func cut(at bytes: Int) -> ModelResponse {
    guard text.utf8.count > bytes else { return self }
    return ModelResponse(
      text: String(decoding: text.utf8.prefix(bytes), as: UTF8.self), usage: usage, finish: "cut")
  }
}
