/// How the tasks of a run ended so far; a later attempt of a task takes the place of an earlier one.
actor TaskEndings {
  private var endings: [String: TaskEnding] = [:]

  func add(_ ending: TaskEnding) {
    endings[ending.node] = ending
  }

  /// Why the first task of the plan that could not do its work could not; which of them failed first is an accident.
  func firstError(in plan: TaskGraph) -> CoachError {
    plan.nodes.lazy.compactMap { self.endings[$0.id]?.error }.first
      ?? CoachError(.agentFailed, "no agent could do its work before its deadline")
  }

  /// The report of QA & citation over the artifacts of all tasks, in the order of the plan.
  func report(in plan: TaskGraph) -> QaReport {
    let ended = plan.nodes.compactMap { endings[$0.id] }
    return QaCitationAgent.report(ended.flatMap(\.findings), replaced: ended.contains(where: \.replaced))
  }
}
