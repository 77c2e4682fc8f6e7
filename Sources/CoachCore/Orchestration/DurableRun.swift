import JSONKit

/// Carries a task graph out so that a crash, a cancel or a deadline leaves a session that is whole: every event and call
/// is in the store before it is seen or made, an interrupted session is taken up where it stood, and one terminal event
/// ends it together with its row.
///
/// It knows nothing of agents: what a task does is given.
struct DurableRun: Sendable {
  /// The session a run belongs to.
  struct Opening: Sendable {
    let session: StoredSession
    /// What `session.started` tells; a session is only taken up under the same.
    let start: JSONObject
    let store: any CoachStore
    let principal: Principal
    /// What the investor was known by when the session began; nil for a run that has no past.
    let past: SessionOpening?
    /// Whether the session was begun before and interrupted.
    let isResumed: Bool
  }

  /// How long things may take, and how often they are tried.
  struct Limits: Sendable {
    var retries = RetryPolicy.standard
    /// The longest the whole run may take; nil when nothing ends it.
    var deadline: Duration?
  }

  /// What the terminal event tells of how a run ended.
  struct Closing: Sendable {
    /// Why no task could do its work, for a run that failed so.
    var error: CoachError?
    /// What is told beside an error.
    var details: JSONObject = [:]
  }

  let recorder: SessionRecorder
  let journal: CallJournal
  let control: RunControl
  /// What the store held of the session when the run began.
  let earlier: EarlierRun
  private let opening: Opening
  private let plan: TaskGraph
  private let limits: Limits
  private let clock: RunClock

  /// - Parameters:
  ///   - earlier: what is in the store of the session.
  ///   - recorder: the writer of the session's events, which goes on behind the earlier ones.
  init(
    _ opening: Opening, earlier: EarlierRun, plan: TaskGraph, limits: Limits, clock: RunClock,
    control: RunControl, recorder: SessionRecorder
  ) {
    if earlier.isCancelled { control.cancel() }
    self.opening = opening
    self.earlier = earlier
    self.plan = plan
    self.limits = limits
    self.clock = clock
    self.control = control
    self.recorder = recorder
    journal = CallJournal(
      store: opening.store, session: opening.session.id, principal: opening.principal, clock: clock,
      control: control, earlier: earlier.journal)
  }

  /// Carries out the plan.
  ///
  /// - Parameters:
  ///   - closing: what the terminal event tells of an outcome, unless the run was told to end with an error.
  ///   - prepare: gives what a task does; what it throws ends the session as `failed`.
  /// - Throws: only what the store throws: everything else ends the session.
  func run(
    closing: @Sendable (RunRecord.Outcome) async throws -> Closing,
    prepare: @Sendable () async throws -> RunDriver.Work
  ) async throws -> RunRecord {
    let (store, session, principal) = (opening.store, opening.session.id, opening.principal)
    let clock = clock
    control.writeCancel {
      // A store that cannot be written does not keep a run from being cancelled: it ends all the same.
      try? store.requestCancel(session: session, at: clock.timestamp(), as: principal)
    }
    return try await withTaskCancellationHandler {
      // Only a session that an earlier version of the store began lacks it.
      if let past = opening.past { try await journal.keep(SessionOpening.key, try past.json()) }
      try await recorder.emit(.sessionStarted, opening.start)
      try await recorder.emit(.planReady, ["plan": try JSONValueEncoder().encode(plan)])
      do {
        let outcome = try await drive(try await prepare())
        if outcome == .failed, let error = control.error {
          return try await recorder.finish(.failed, error: error)
        }
        let closing = try await closing(outcome)
        return try await recorder.finish(outcome, error: closing.error, details: closing.details)
      } catch is CancellationError {
        return try await recorder.finish(.cancelled)
      } catch let error as CoachError where !Self.isOfStore(error) {
        return try await recorder.finish(.failed, error: error)
      }
    } onCancel: {
      control.cancel()
    }
  }

  private func drive(_ work: @escaping RunDriver.Work) async throws -> RunRecord.Outcome {
    try await RunDriver(
      graph: plan, policy: limits.retries, clock: clock, seed: opening.session.seed, control: control,
      journal: journal, deadline: limits.deadline
    ).run(isFatal: { Self.isOfStore($0) }, work: work)
  }

  /// Errors that end the run at once: what cannot be kept must not go on.
  private static func isOfStore(_ error: any Error) -> Bool {
    guard let error = error as? CoachError else { return false }
    return error.code == .storeFailed || error.code == .conflict
  }
}
