import JSONKit

/// Asks a model what it thinks of a draft that has passed everything.
///
/// The call is made, guarded, journalled and metered as a draft's is. Whatever goes wrong with it is the critic's own
/// affair: the text it was to judge has passed.
struct Critic: Sendable {
  let caller: ModelCaller
  let drafting: ArtifactDrafting
  let schema: JSONSchema
  /// The longest an answer is waited for.
  let deadline: Duration
  let clock: RunClock

  /// What the critic says of a draft.
  ///
  /// Once it has been too slow in a task, the task asks it no more: a critic that hangs costs its deadline once and not
  /// the time the task has for its own work.
  ///
  /// - Throws: `CancellationError`, or what the store throws; nothing else.
  func answer(
    on draft: Draft, of brief: ArtifactBrief, node: String, attempt: Int, _ mode: RunDriver.Mode
  ) async throws -> CritiqueAnswer {
    let name = "\(node)/critique"
    let wasLate = await caller.journal.wasOverdue(name, attempt: 1)
    do {
      let messages = try drafting.prompts.critiqueMessages(brief, draft)
      let ask: @Sendable () async throws -> String? = {
        try await drafting.ask(
          messages, of: caller, for: .critique, brief: brief, node: node, attempt: attempt,
          wasLate ? .substitute : mode)
      }
      // What has been answered already is looked up, and needs no deadline.
      let completion = wasLate ? try await ask() : try await inTime(ask)
      guard let completion else { return .ignored(wasLate ? Self.tooSlow : "it could not be asked") }
      return CritiqueAnswer(
        completion: completion, schema: schema, scrubber: PIIScrubber(detector: drafting.detector))
    } catch is Late {
      try await tellLate(brief, node: node, attempt: attempt)
      try await caller.journal.noteOverdue(name, attempt: 1)
      return .ignored(Self.tooSlow)
    } catch let error as CoachError where error.code != .storeFailed && error.code != .conflict {
      return .ignored("it gave no answer (\(error.code))")
    }
  }

  private static let tooSlow = "it was too slow in this task"

  private struct Late: Error {}

  private func inTime(_ ask: @escaping @Sendable () async throws -> String?) async throws -> String? {
    try await withThrowingTaskGroup(of: String?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await ask() }
      group.addTask {
        try await clock.sleep(deadline)
        throw Late()
      }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  private func tellLate(_ brief: ArtifactBrief, node: String, attempt: Int) async throws {
    try await drafting.fail(
      CoachError.Code.deadline,
      [
        "topic_key": .string(brief.topicKey), "attempt": .number(JSONNumber(attempt)),
        "model": .string(caller.model.name), "purpose": .string(ModelCall.Purpose.critique.rawValue),
      ], node: node)
  }
}
