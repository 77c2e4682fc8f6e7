import JSONKit

/// Everything one run of the coach did, as a value that can be stored, scored and replayed (`run/1`).
public struct RunRecord: Codable, Sendable {
  /// Whether a whole session ran or one agent on given facts.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case session, agent
  }

  /// How a run ended.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case completed, failed, cancelled
    case budgetExhausted = "budget_exhausted"
  }

  /// The prompts a run used: a variant and the hash of its texts.
  public struct PromptIdentity: Codable, Hashable, Sendable {
    /// The variant's name.
    public let variant: String
    /// SHA-256 over all its texts.
    public let hash: String
  }

  /// The artifacts that were published.
  public struct Artifacts: Codable, Hashable, Sendable {
    /// In order of publication.
    public var insights: [Insight] = []
    /// In order of publication.
    public var recommendations: [Recommendation] = []
  }

  /// Why a run failed.
  public struct Failure: Codable, Hashable, Sendable {
    /// A bounded code.
    public let code: String
    /// What, where, and what to do.
    public let message: String
  }

  /// Always `run/1`.
  public var schema = "run/1"
  /// Version of the engine.
  public var engineVersion: String
  /// What kind of run it was.
  public var kind: Kind
  /// The agent of a one-agent run.
  public var agent: String?
  /// The session's id.
  public var session: String
  /// The request, for a session.
  public var request: CoachRequest?
  /// The seed ids were made from.
  public var seed: UInt64
  /// SHA-256 of the snapshot or of the given facts.
  public var snapshotHash: String
  /// The prompts that were used.
  public var prompts: PromptIdentity
  /// The model that was asked.
  public var model: String
  /// What was to be done.
  public var plan: TaskGraph
  /// What the tools computed.
  public var facts: [Fact]
  /// What the model was asked and what it said.
  public var calls: [ModelCall] = []
  /// What the rails said of each attempt.
  public var verdicts: [AttemptVerdict] = []
  /// What was published.
  public var artifacts = Artifacts()
  /// Who wrote each artifact.
  public var writers: [ArtifactWriter] = []
  /// What QA & citation found, if it ran.
  public var qa: QaReport?
  /// Every event, in order.
  public var events: [CoachEvent] = []
  /// Tokens of all calls.
  public var usage = TokenUsage()
  /// Number of tool calls.
  public var toolCalls = 0
  /// Where the answers came from: `embedded`, `live`, `cached` or `replayed`.
  public var provenance: String
  /// How it ended.
  public var outcome: Outcome = .completed
  /// Why it failed, when it did.
  public var error: Failure?
  /// When things happened; the only part that differs between two runs of the same request.
  public var timings = RunTimings()

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema
    case engineVersion = "engine_version"
    case kind, agent, session, request, seed
    case snapshotHash = "snapshot_hash"
    case prompts, model, plan, facts, calls, verdicts, artifacts, writers, qa, events, usage
    case toolCalls = "tool_calls"
    case provenance, outcome, error, timings
  }
}
