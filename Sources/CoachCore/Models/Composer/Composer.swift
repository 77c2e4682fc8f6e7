import JSONKit

/// The embedded model: deterministic prose from the machine blocks of the prompt, through the same contract as any
/// other model, so that the main job needs no key and no network.
///
/// It reads nothing but the messages it is sent. What it says of a real model's quality is nothing.
public struct Composer: LanguageModel {
  static let modelName = "composer"

  /// `composer`.
  public var name: String { Self.modelName }
  /// `embedded`.
  public var provenance: String { "embedded" }

  /// Makes the composer.
  public init() {}

  /// Writes the draft the contract block asks for; a repair gets the same draft, since there is nothing to mend
  /// in it.
  ///
  /// Asked for a critique, it reads the draft of the prompt.
  ///
  /// - Throws: `CoachError` with code `model_failed` when the messages hold no readable machine block.
  public func generate(_ request: ModelRequest) async throws -> ModelResponse {
    guard let task = request.messages.first(where: { $0.role == .user })?.text else {
      throw CoachError(.modelFailed, "composer was sent no user message")
    }
    let contract = try ComposerContract(task: task)
    let answer =
      contract.asksForCritique
      ? try JSONValueEncoder().encode(contract.critique(task: task))
      : try JSONValueEncoder().encode(contract.compose())
    let text = answer.compact()
    let sent = request.messages.reduce(0) { $0 + Self.tokens($1.text) }
    return ModelResponse(
      text: text,
      usage: TokenUsage(calls: 1, inputTokens: sent, outputTokens: Self.tokens(text), estimated: true),
      finish: "stop")
  }

  /// Four bytes of UTF-8 count as a token, rounded up; an estimate and marked so.
  static func tokens(_ text: String) -> Int { (text.utf8.count + 3) / 4 }
}
