/// One question to the model and its answer, scrubbed of personal data.
public struct ModelCall: Codable, Hashable, Sendable {
  /// Why the model was asked.
  public enum Purpose: String, Codable, Sendable, CaseIterable {
    case draft, repair
    /// Not to write, but to say what it thinks of a draft that has passed.
    case critique
  }

  /// What was sent.
  public struct Prompt: Codable, Hashable, Sendable {
    /// SHA-256 of the canonical messages.
    public let hash: String
    /// The messages in order.
    public let messages: [ModelMessage]
  }

  /// The task that asked.
  public let node: String
  /// The topic asked about.
  public let topicKey: String
  /// 0 for the draft, 1 and 2 for its repairs; of a critique, the attempt it is about.
  public let attempt: Int
  /// Why the model was asked.
  public let purpose: Purpose
  /// What was sent.
  public let prompt: Prompt
  /// What came back.
  public let completion: String
  /// The model that answered.
  public let model: String
  /// Tokens of this call.
  public let usage: TokenUsage
  /// Why the model stopped.
  public let finish: String
  /// What was broken in the answer on purpose; nil for every model but a faulty one.
  public var fault: PlantedFault?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case node
    case topicKey = "topic_key"
    case attempt, purpose, prompt, completion, model, usage, finish, fault
  }
}
