/// How a session ended.
public struct SessionEnding: Hashable, Sendable {
  /// How it ended.
  public let outcome: RunRecord.Outcome
  /// The tokens it took.
  public let usage: TokenUsage
  /// A bounded code, when it failed.
  public let errorCode: String?
  /// When it ended, ISO 8601.
  public let endedAt: String

  /// Describes an end.
  public init(outcome: RunRecord.Outcome, usage: TokenUsage, errorCode: String?, endedAt: String) {
    self.outcome = outcome
    self.usage = usage
    self.errorCode = errorCode
    self.endedAt = endedAt
  }

  /// The value of column `status` for this end.
  var status: StoredSession.Status {
    switch outcome {
    case .completed: .succeeded
    case .failed: .failed
    case .cancelled: .cancelled
    case .budgetExhausted: .budgetExhausted
    }
  }
}
