/// What all rails said of one attempt at one artifact.
public struct AttemptVerdict: Codable, Hashable, Sendable {
  /// The task whose attempt was judged.
  public let node: String
  /// The topic the attempt was about.
  public let topicKey: String
  /// 0 for the draft, 1 and 2 for its repairs.
  public let attempt: Int
  /// Whether every rail passed it.
  public let accepted: Bool
  /// The verdicts in the order the rails judged.
  public let rails: [GuardrailVerdict]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case node
    case topicKey = "topic_key"
    case attempt, accepted, rails
  }

  /// Records what the rails said.
  public init(node: String, topicKey: String, attempt: Int, accepted: Bool, rails: [GuardrailVerdict]) {
    self.node = node
    self.topicKey = topicKey
    self.attempt = attempt
    self.accepted = accepted
    self.rails = rails
  }
}
