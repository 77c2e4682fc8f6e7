/// What a run does next, as a pure state machine: events go in, actions come out.
///
/// It holds no clock, no task and no store, so that every pair of state and event can be tested. Events that do not fit
/// the state, such as the answer of an attempt that was given up, change nothing: they are late, not wrong.
struct RunMachine: Equatable, Sendable {
  private let graph: TaskGraph
  private let policy: RetryPolicy
  private(set) var phase = Phase.idle
  private(set) var tasks: [String: TaskState]
  /// The retries each task has left, of its share of the run's.
  private(set) var retriesLeft: [String: Int]
  /// Whether a cap was reached: the run goes on without a model and ends as `budget_exhausted`.
  private(set) var isBudgetReached = false

  init(_ graph: TaskGraph, policy: RetryPolicy = .standard) {
    self.graph = graph
    self.policy = policy
    tasks = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, .waiting) })
    retriesLeft = policy.shares(of: graph)
  }

  /// Takes an event in.
  ///
  /// - Returns: what is to be done, in order; `.finish` comes exactly once in the life of a machine.
  mutating func handle(_ event: Event) -> [Action] {
    switch (phase, event) {
    case (.ended, _), (.stopping, .start), (.running, .start): return []
    case (.idle, .start):
      phase = .running
      return advance()
    case (.idle, .halt(let outcome)):
      for node in graph.nodes { tasks[node.id] = .ended(.cancelled) }
      phase = .ended(outcome)
      return [.finish(outcome)]
    case (.running, .halt(let outcome)): return halt(outcome)
    case (.stopping, .halt): return []
    case (_, .budgetReached):
      isBudgetReached = true
      return []
    case (_, .task(let id, let attempt, let event)): return handle(event, of: id, attempt: attempt)
    }
  }

  // MARK: Tasks

  private mutating func handle(_ event: TaskEvent, of id: String, attempt: Int) -> [Action] {
    guard let state = tasks[id], state.attempt == attempt else { return [] }
    switch (state, event) {
    case (.running, .finished), (.stopping, .finished): tasks[id] = .ended(.finished)
    case (.running, .failed(let failure)):
      if let next = next(id, after: attempt, failure) { return [next] }
      tasks[id] = .ended(.failed(failure.code))
    case (.substituting(_, let code), .finished): tasks[id] = .ended(.substituted(code))
    case (.substituting(_, let code), .failed): tasks[id] = .ended(.failed(code))
    case (.backingOff, .backoffElapsed):
      tasks[id] = .running(attempt)
      return [.run(id, attempt: attempt)]
    // An attempt that stopped unasked was cancelled from outside; the run does not wait for it. A wait that was over
    // before it heard of the stop has nothing more to say.
    case (.running, .stopped), (.backingOff, .stopped), (.substituting, .stopped), (.stopping, .stopped),
      (.stopping, .failed), (.stopping, .backoffElapsed):
      tasks[id] = .ended(.cancelled)
    default: return []
    }
    return advance()
  }

  /// What follows a failed attempt: another one, or once more without a model; nothing when neither could go better.
  private mutating func next(_ id: String, after attempt: Int, _ failure: TaskFailure) -> Action? {
    guard phase == .running, failure.isRetryable else { return nil }
    guard attempt < policy.attempts, retriesLeft[id, default: 0] > 0 else {
      tasks[id] = .substituting(attempt + 1, failure.code)
      return .substitute(id, attempt: attempt + 1)
    }
    retriesLeft[id, default: 0] -= 1
    tasks[id] = .backingOff(attempt + 1)
    return .backOff(id, attempt: attempt + 1)
  }

  // MARK: The run

  /// Starts what nothing holds back any more, or ends the run when everything has ended.
  private mutating func advance() -> [Action] {
    if case .stopping(let outcome) = phase { return finishIfStill(outcome) }
    var actions: [Action] = []
    for node in graph.nodes where tasks[node.id] == .waiting && node.after.allSatisfy(hasEnded) {
      tasks[node.id] = .running(1)
      actions.append(.run(node.id, attempt: 1))
    }
    return actions.isEmpty ? finishIfStill(outcome) : actions
  }

  private mutating func halt(_ outcome: RunRecord.Outcome) -> [Action] {
    phase = .stopping(outcome)
    var actions: [Action] = []
    for node in graph.nodes {
      switch tasks[node.id] {
      case .running(let attempt), .backingOff(let attempt), .substituting(let attempt, _):
        tasks[node.id] = .stopping(attempt)
        actions.append(.stop(node.id, attempt: attempt))
      case .waiting: tasks[node.id] = .ended(.cancelled)
      case .stopping, .ended, nil: break
      }
    }
    return actions + finishIfStill(outcome)
  }

  private mutating func finishIfStill(_ outcome: RunRecord.Outcome) -> [Action] {
    guard graph.nodes.allSatisfy({ hasEnded($0.id) }) else { return [] }
    phase = .ended(outcome)
    return [.finish(outcome)]
  }

  private func hasEnded(_ id: String) -> Bool {
    if case .ended = tasks[id] { true } else { false }
  }

  /// How a run ends that was not halted: it has failed only when no task could do its work.
  private var outcome: RunRecord.Outcome {
    if isBudgetReached { return .budgetExhausted }
    let workers = graph.nodes.filter { $0.agent != AgentName.qaCitation }
    let isLost =
      !workers.isEmpty
      && workers.allSatisfy { if case .ended(.failed) = tasks[$0.id] { true } else { false } }
    return isLost ? .failed : .completed
  }
}
