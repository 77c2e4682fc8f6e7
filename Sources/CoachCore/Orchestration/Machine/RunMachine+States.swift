extension RunMachine {
  /// Where the run stands.
  enum Phase: Equatable, Sendable {
    case idle, running
    /// No new work; what runs is asked to stop, then the run ends so.
    case stopping(RunRecord.Outcome)
    case ended(RunRecord.Outcome)
  }

  /// Where one task stands; attempts count from 1.
  enum TaskState: Equatable, Sendable {
    case waiting
    case running(Int)
    /// Waits before the attempt of that number.
    case backingOff(Int)
    /// Does its work without a model, after the failures of that code.
    case substituting(Int, String)
    /// Asked to stop, and not yet stopped.
    case stopping(Int)
    case ended(TaskEnd)

    /// The attempt it is in, nil before the first and after the last.
    var attempt: Int? {
      switch self {
      case .running(let attempt), .backingOff(let attempt), .substituting(let attempt, _),
        .stopping(let attempt):
        attempt
      case .waiting, .ended: nil
      }
    }
  }

  /// How a task ended.
  enum TaskEnd: Equatable, Sendable {
    case finished
    /// It did its work without a model, since with one it failed for the reason of that code.
    case substituted(String)
    /// It could not do its work, for the reason of that code; what follows goes on without it.
    case failed(String)
    case cancelled
  }

  /// Why an attempt failed.
  struct TaskFailure: Equatable, Sendable {
    /// A bounded code, for example `model_failed` or `deadline`.
    let code: String
    /// Whether another attempt could go better.
    let isRetryable: Bool
  }

  /// What happened to one task.
  enum TaskEvent: Equatable, Sendable {
    case finished
    case failed(TaskFailure)
    case backoffElapsed
    /// It has returned after it was asked to stop.
    case stopped
  }

  /// What happened.
  enum Event: Equatable, Sendable {
    case start
    case task(String, attempt: Int, TaskEvent)
    /// The run has to end so: somebody cancelled it, a call cost more than was reserved, its time is over.
    case halt(RunRecord.Outcome)
    /// A cap was reached: no new model call.
    case budgetReached
  }

  /// What is to be done.
  enum Action: Equatable, Sendable {
    case run(String, attempt: Int)
    /// Wait before the attempt of that number.
    case backOff(String, attempt: Int)
    /// Do the work without a model.
    case substitute(String, attempt: Int)
    case stop(String, attempt: Int)
    case finish(RunRecord.Outcome)
  }
}
