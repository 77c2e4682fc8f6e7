public import JSONKit

/// One event of a session, in the order it happened.
public struct CoachEvent: Codable, Hashable, Sendable {
  /// The kinds of event; exactly one of the last four ends a session.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case sessionStarted = "session.started"
    case planReady = "plan.ready"
    case agentStarted = "agent.started"
    case agentFinished = "agent.finished"
    case toolCalled = "tool.called"
    case toolResult = "tool.result"
    case toolDenied = "tool.denied"
    case modelCalled = "model.called"
    case modelResult = "model.result"
    case artifactInsight = "artifact.insight"
    case artifactRecommendation = "artifact.recommendation"
    case guardrailVerdict = "guardrail.verdict"
    case budgetWarning = "budget.warning"
    case budgetOverrun = "budget.overrun"
    case callPossiblyPaidTwice = "call.possibly_paid_twice"
    case usage
    case sessionCompleted = "session.completed"
    case sessionFailed = "session.failed"
    case sessionCancelled = "session.cancelled"
    case sessionBudgetExhausted = "session.budget_exhausted"

    /// Whether the event ends the session.
    public var isTerminal: Bool {
      switch self {
      case .sessionCompleted, .sessionFailed, .sessionCancelled, .sessionBudgetExhausted: true
      default: false
      }
    }
  }

  /// Version of the envelope, 1.
  public let version: Int
  /// 1, 2, 3 … without a gap within a session.
  public let seq: Int
  /// The session.
  public let session: String
  /// ISO 8601 with milliseconds, UTC.
  public let timestamp: String
  /// What happened.
  public let type: Kind
  /// What belongs to it; `node` names the task it happened in.
  public let data: JSONObject

  enum CodingKeys: String, CodingKey, CaseIterable {
    case version = "v"
    case seq, session
    case timestamp = "ts"
    case type, data
  }

  /// Makes an event.
  public init(seq: Int, session: String, timestamp: String, type: Kind, data: JSONObject) {
    self.version = 1
    self.seq = seq
    self.session = session
    self.timestamp = timestamp
    self.type = type
    self.data = data
  }
}
