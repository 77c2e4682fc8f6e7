/// The types of event there are (domain rules §6), so that a typo is no event that never happens.
public enum EventTypes {
  /// All of them, in the order of a session.
  public static let all = [
    "session.started", "plan.ready", "agent.started", "agent.finished", "tool.called", "tool.result",
    "tool.denied", "model.called", "model.result", "artifact.insight", "artifact.recommendation",
    "guardrail.verdict", "budget.warning", "budget.overrun", "call.possibly_paid_twice", "usage",
    "session.completed", "session.failed", "session.cancelled", "session.budget_exhausted",
  ]
}
