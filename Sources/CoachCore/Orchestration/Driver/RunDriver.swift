/// Carries out what ``RunMachine`` decides: tasks run side by side as children of the run, and none outlives it.
struct RunDriver: Sendable {
  let graph: TaskGraph
  let policy: RetryPolicy
  let clock: RunClock
  let seed: UInt64
  let control: RunControl
  /// Knows which attempts ran out of time before the session was interrupted.
  let journal: CallJournal
  /// The longest the whole run may take; nil when nothing ends it.
  var deadline: Duration?

  /// How a task does its work.
  enum Mode: Sendable {
    case model
    /// Without a model: the template writes.
    case substitute
    /// Not at all: even the substitute ran out of time, and only that is told.
    case giveUp
  }

  /// One attempt of a task; attempts count from 1.
  typealias Work = @Sendable (_ node: TaskGraph.Node, _ attempt: Int, _ mode: Mode) async throws -> Void

  /// How an attempt ended.
  private enum Ending: Sendable {
    case done(RunMachine.TaskEvent)
    case fatal(any Error)
  }

  /// What the run's own loop hears: an event for the machine, or an error that ends the run at once.
  private enum News: Sendable {
    case event(RunMachine.Event)
    case fatal(any Error)
  }

  /// Runs the graph to its end.
  ///
  /// - Parameters:
  ///   - isFatal: errors that end the run at once instead of failing the task: those of the store.
  ///   - work: does one attempt of a task.
  /// - Returns: how the run ended.
  /// - Throws: the first fatal error.
  func run(isFatal: @escaping @Sendable (any Error) -> Bool, work: @escaping Work) async throws
    -> RunRecord.Outcome
  {
    var machine = RunMachine(graph, policy: policy)
    var stops: [String: StopSignal] = [:]
    let (news, tell) = AsyncStream.makeStream(of: News.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { for await event in control.events { tell.yield(.event(event)) } }
      if let deadline { group.addTask { await endRun(after: deadline) } }
      tell.yield(.event(.start))
      // Iteration ends when the surrounding task is cancelled: its children are then cancelled with it.
      for await item in news {
        let event: RunMachine.Event
        switch item {
        case .fatal(let error): throw error
        case .event(let happened): event = happened
        }
        // A task that was refused its call must not end the run before what is behind the refusal has been heard.
        var actions = control.isBudgetReached ? machine.handle(.budgetReached) : []
        if let halt = control.halt { actions += machine.handle(.halt(halt)) }
        for action in actions + machine.handle(event) {
          if case .finish(let outcome) = action { return outcome }
          if case .stop(let id, _) = action {
            stops[id]?.stop()
            continue
          }
          guard let child = child(for: action, isFatal: isFatal, work: work) else { continue }
          stops[child.task] = child.stop
          group.addTask { tell.yield(await child.run()) }
        }
      }
      return .cancelled
    }
  }

  /// A child of the run: an attempt or a wait.
  private struct Child: Sendable {
    let task: String
    let stop: StopSignal
    let run: @Sendable () async -> News
  }

  private func child(
    for action: RunMachine.Action, isFatal: @escaping @Sendable (any Error) -> Bool, work: @escaping Work
  ) -> Child? {
    let stop = StopSignal()
    switch action {
    case .run(let id, let attempt), .substitute(let id, let attempt):
      guard let node = graph.nodes.first(where: { $0.id == id }) else { return nil }
      let mode: Mode = if case .substitute = action { .substitute } else { .model }
      return Child(task: id, stop: stop) {
        switch await attemptTask(node, attempt, mode, stop: stop, isFatal: isFatal, work: work) {
        case .done(let event): .event(.task(id, attempt: attempt, event))
        case .fatal(let error): .fatal(error)
        }
      }
    case .backOff(let id, let attempt):
      let delay = policy.delay(before: attempt, of: id, seed: seed)
      return Child(task: id, stop: stop) {
        .event(.task(id, attempt: attempt, await waitTask(delay, stop: stop)))
      }
    case .stop, .finish: return nil
    }
  }

  private func endRun(after deadline: Duration) async {
    do { try await clock.sleep(deadline) } catch { return }
    control.tell(
      .halt(.failed),
      because: CoachError(
        .deadline, "the run took longer than \(deadline); allow it more time, or ask for less at once"))
  }

  private static let overdue = RunMachine.TaskFailure(
    code: CoachError.Code.deadline.description, isRetryable: true)

  /// One attempt, which is not made again when it ran out of time before the session was interrupted.
  private func attemptTask(
    _ node: TaskGraph.Node, _ attempt: Int, _ mode: Mode, stop: StopSignal,
    isFatal: @escaping @Sendable (any Error) -> Bool, work: @escaping Work
  ) async -> Ending {
    do {
      if await !journal.wasOverdue(node.id, attempt: attempt) {
        let ending = await race(node, attempt, mode, stop: stop, isFatal: isFatal, work: work)
        guard case .done(.failed(Self.overdue)) = ending else { return ending }
        try await journal.noteOverdue(node.id, attempt: attempt)
      }
      if mode == .substitute { try await work(node, attempt, .giveUp) }
      return .done(.failed(Self.overdue))
    } catch {
      return .fatal(error)
    }
  }

  private func race(
    _ node: TaskGraph.Node, _ attempt: Int, _ mode: Mode, stop: StopSignal,
    isFatal: @escaping @Sendable (any Error) -> Bool, work: @escaping Work
  ) async -> Ending {
    await withTaskGroup(of: Ending?.self) { group in
      group.addTask {
        do {
          try await work(node, attempt, mode)
          return .done(.finished)
        } catch  where isFatal(error) {
          return .fatal(error)
        } catch is CancellationError {
          return nil
        } catch {
          return .done(.failed(Self.failure(error)))
        }
      }
      group.addTask {
        do { try await clock.sleep(policy.deadline) } catch { return nil }
        return .done(.failed(Self.overdue))
      }
      group.addTask {
        await stop.wait()
        return Task.isCancelled ? nil : .done(.stopped)
      }
      var result: Ending?
      for await ending in group {
        // The first to end decides; the others are told to stop and waited for.
        if result == nil, let ending { result = ending }
        group.cancelAll()
      }
      return result ?? .done(.stopped)
    }
  }

  private func waitTask(_ delay: Duration, stop: StopSignal) async -> RunMachine.TaskEvent {
    await withTaskGroup(of: RunMachine.TaskEvent?.self) { group in
      group.addTask {
        do { try await clock.sleep(delay) } catch { return nil }
        return .backoffElapsed
      }
      group.addTask {
        await stop.wait()
        return Task.isCancelled ? nil : .stopped
      }
      var result: RunMachine.TaskEvent?
      for await event in group {
        if result == nil, let event { result = event }
        group.cancelAll()
      }
      return result ?? .stopped
    }
  }

  private static func failure(_ error: any Error) -> RunMachine.TaskFailure {
    let error = error as? CoachError
    let code = error?.code ?? .agentFailed
    return .init(code: code.description, isRetryable: code == .modelFailed)
  }
}
