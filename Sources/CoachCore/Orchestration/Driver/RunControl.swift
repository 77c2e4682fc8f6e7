import Synchronization

/// The way into a run under way: whoever holds it can cancel the run.
///
/// What is told before the run begins is kept for it, so that no cancel is lost to a race with the start. Once
/// ``cancel()`` has returned no call of a tool or a model begins, and the store knows that the session is to end.
public struct RunControl: Sendable {
  let events: AsyncStream<RunMachine.Event>
  private let continuation: AsyncStream<RunMachine.Event>.Continuation
  private let gate = Gate()

  /// Makes the way into one run.
  public init() {
    (events, continuation) = AsyncStream.makeStream(of: RunMachine.Event.self)
  }

  /// Cancels the run; a second time changes nothing.
  public func cancel() { tell(.halt(.cancelled)) }

  /// Tells the run what has happened; of several halts only the first counts.
  ///
  /// - Parameter error: why, for a halt that is a failure.
  func tell(_ event: RunMachine.Event, because error: CoachError? = nil) {
    guard case .halt(let outcome) = event else {
      if event == .budgetReached { gate.reachBudget() }
      continuation.yield(event)
      return
    }
    guard let note = gate.close(outcome, error) else { return }
    continuation.yield(event)
    if outcome == .cancelled { note() }
  }

  /// Has a cancel written down before ``cancel()`` returns, also one that came before.
  func writeCancel(by note: @escaping @Sendable () -> Void) {
    if gate.writeCancel(by: note) { note() }
  }

  /// Why the run was told to end as failed.
  var error: CoachError? { gate.error }

  /// How the run was told to end; nil while it may go on.
  var halt: RunRecord.Outcome? { gate.outcome }

  /// Whether a cap was reached: the run goes on without a model.
  var isBudgetReached: Bool { gate.isBudgetReached }

  /// Whether the run was told to halt.
  var isHalted: Bool { halt != nil }

  /// Throws `CancellationError` once the run was told to halt, or when the calling task is cancelled.
  func checkHalted() throws {
    try Task.checkCancellation()
    if isHalted { throw CancellationError() }
  }

  /// Lets a call begin; a halt comes wholly before it, and then this throws, or wholly after it.
  func beginCall() throws {
    try Task.checkCancellation()
    guard gate.letCallBegin() else { throw CancellationError() }
  }

  /// The calls that were let begin; they grow no more once the run was told to halt.
  var callsBegun: Int { gate.calls }

  /// Closed for good by the first halt.
  private final class Gate: Sendable {
    private struct State {
      var outcome: RunRecord.Outcome?
      var error: CoachError?
      var isBudgetReached = false
      var calls = 0
      var note: @Sendable () -> Void = {}
    }

    private let state = Mutex(State())

    var outcome: RunRecord.Outcome? { state.withLock(\.outcome) }
    var error: CoachError? { state.withLock(\.error) }
    var isBudgetReached: Bool { state.withLock(\.isBudgetReached) }
    var calls: Int { state.withLock(\.calls) }

    func reachBudget() { state.withLock { $0.isBudgetReached = true } }

    /// - Returns: whether the gate was open still; the call is then counted.
    func letCallBegin() -> Bool {
      state.withLock { state in
        guard state.outcome == nil else { return false }
        state.calls += 1
        return true
      }
    }

    /// - Returns: how a cancel is written down, for the one who closed the gate; nil for all others.
    func close(_ outcome: RunRecord.Outcome, _ error: CoachError?) -> (@Sendable () -> Void)? {
      state.withLock { state in
        guard state.outcome == nil else { return nil }
        state.outcome = outcome
        state.error = error
        return state.note
      }
    }

    /// - Returns: whether a cancel has come already.
    func writeCancel(by note: @escaping @Sendable () -> Void) -> Bool {
      state.withLock { state in
        state.note = note
        return state.outcome == .cancelled
      }
    }
  }
}
