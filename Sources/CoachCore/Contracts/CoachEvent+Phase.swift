import JSONKit

extension CoachEvent {
  /// The values of column `ai_events.phase`.
  public enum Phase: String, Sendable, CaseIterable {
    case plan
    case goalInsights = "goal_insights"
    case performance, allocation, recommendation
    case qaCitation = "qa_citation"
    case guardrail, budget, session
  }

  /// The phase the event is stored under; its kind is stored beside it in `ai_events.kind`.
  ///
  /// Verdicts are the guardrails' whatever agent they concern; everything else that happens inside a task belongs to
  /// that task's agent.
  public var phase: Phase {
    switch type {
    case .planReady: .plan
    case .guardrailVerdict: .guardrail
    case .budgetWarning, .budgetOverrun, .callPossiblyPaidTwice: .budget
    case .sessionStarted, .usage, .sessionCompleted, .sessionFailed, .sessionCancelled,
      .sessionBudgetExhausted:
      .session
    case .agentStarted, .agentFinished, .toolCalled, .toolResult, .toolDenied, .modelCalled, .modelResult,
      .artifactInsight, .artifactRecommendation:
      data["node"]?.string.flatMap(Phase.init(rawValue:)) ?? .session
    }
  }
}
