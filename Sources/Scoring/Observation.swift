public import JSONKit

/// What is known of one run of the coach: all that a check may look at.
///
/// Scoring knows no type of the engine. An adapter builds the observation from the recorded JSON, so that a fault in
/// the engine's own types cannot hide itself from the grader.
public struct Observation: Sendable {
  /// What was run.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// A whole session over a portfolio.
    case session
    /// One agent over given facts.
    case agent
  }

  /// How the run ended.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case completed
    case failed
    case cancelled
    case budgetExhausted = "budget_exhausted"

    /// Whether what the coach had to say was said, so that the absence of something proves anything.
    public var isWhole: Bool { self == .completed || self == .budgetExhausted }
  }

  /// Tokens the run used.
  public struct Usage: Hashable, Sendable {
    /// Tokens sent to the model.
    public var inputTokens: Int
    /// Tokens the model returned.
    public var outputTokens: Int
    /// Model calls.
    public var calls: Int
    /// Whether the tokens were counted by rule and not reported by the provider.
    public var estimated: Bool

    /// States a usage.
    public init(inputTokens: Int, outputTokens: Int, calls: Int, estimated: Bool) {
      self.inputTokens = inputTokens
      self.outputTokens = outputTokens
      self.calls = calls
      self.estimated = estimated
    }
  }

  /// What was run.
  public var kind: Kind
  /// `Fact` objects.
  public var facts: [JSONValue] = []
  /// Published artifacts: insights, then recommendations.
  public var artifacts: [JSONValue] = []
  /// `CoachEvent` objects in order of arrival.
  public var events: [JSONValue] = []
  /// The task graph as recorded.
  public var plan: JSONValue = .null
  /// One entry an attempt: what each rail said of it.
  public var verdicts: [JSONValue] = []
  /// Faults planted on purpose, an entry a call: `{node, topic_key, attempt, operator, rail, place, twin}`.
  public var faults: [JSONValue] = []
  /// The texts sent to the model, without its own earlier answers.
  public var prompts: [String] = []
  /// Who wrote each topic: `{topic_key, writer: model|template, attempts}`.
  public var writers: [JSONValue] = []
  /// What the run used.
  public var usage = Usage(inputTokens: 0, outputTokens: 0, calls: 0, estimated: false)
  /// What it cost, in millionths of a US dollar; nil when no price is known.
  public var costMicros: Int64?
  /// Milliseconds from request to terminal event.
  public var totalMilliseconds: Double = 0
  /// Milliseconds from request to the first artifact; nil when there was none.
  public var firstArtifactMilliseconds: Double?
  /// How the run ended.
  public var outcome: Outcome
  /// Where its answers came from.
  public var provenance: Provenance
  /// The JSON Schema of each contract by name, for example `insight/1`.
  public var schemas: [String: JSONSchema] = [:]
  /// The facts the portfolio's author worked out independently, by id.
  public var expectedFacts = JSONObject()
  /// Ids of facts the author knows that nothing can tell, such as a cost where purchases are missing.
  public var absentFacts: [String] = []
  /// Phrases that must not be said of this portfolio.
  public var forbidden: [String] = []

  /// Begins an observation; set the other properties as they are known.
  public init(kind: Kind, outcome: Outcome, provenance: Provenance) {
    self.kind = kind
    self.outcome = outcome
    self.provenance = provenance
  }

  /// All prose of the artifacts, a field a line: what `contains` and `regex` read unless told otherwise.
  public var output: String {
    prose.filter { $0.role != .claim }.map(\.text).joined(separator: "\n")
  }
}
