/// A session as the store keeps it.
public struct StoredSession: Hashable, Sendable {
  /// Where a session stands; the last four are its ends.
  public enum Status: String, Sendable, CaseIterable {
    case queued, running, succeeded, failed, cancelled
    case budgetExhausted = "budget_exhausted"
  }

  /// The session's id.
  public let id: String
  /// Why the coach ran.
  public let trigger: CoachRequest.Trigger
  /// Where it stands.
  public var status: Status
  /// Version of the engine that ran it.
  public let engineVersion: String
  /// Hash of the prompts it ran with.
  public let promptHash: String
  /// The seed its ids come from.
  public let seed: UInt64
  /// When it began, ISO 8601.
  public let startedAt: String
  /// What its ids are made from beside the seed; nil for one that an earlier version of the store began.
  public let scope: [String]?
  /// When it was asked to stop, ISO 8601; nil when nobody asked.
  public var cancelRequestedAt: String?
  /// How it ended, once it has.
  public var ending: SessionEnding?

  /// Describes a session that runs.
  public init(
    id: String, trigger: CoachRequest.Trigger, engineVersion: String, promptHash: String, seed: UInt64,
    startedAt: String, scope: [String]? = nil
  ) {
    self.id = id
    self.trigger = trigger
    self.status = .running
    self.engineVersion = engineVersion
    self.promptHash = promptHash
    self.seed = seed
    self.startedAt = startedAt
    self.scope = scope
  }
}
