import CoachCore
import Logging

/// Runs the sessions of this engine in the background, each to its end whoever follows it.
///
/// A session is in the store before anybody hears of it, so that one this process does not finish is taken up by the
/// next. Nothing here cancels a session because the process stops.
actor SessionRunner {
  private let pipelines: CoachPipelines
  private let directory: any SessionDirectory
  private let store: any CoachStore
  private let hub: EventHub
  private let clock: RunClock
  private let logger: Logger
  private let limits: SessionLimits
  private var controls: [String: RunControl] = [:]
  private var waiting: [(session: String, run: BegunSession.Run)] = []
  private var active = 0
  /// Requests being admitted now: they count, so that a burst cannot pass the limit.
  private var arriving = 0
  private(set) var isStopping = false
  private var idle: [CheckedContinuation<Void, Never>] = []

  init(
    pipelines: CoachPipelines, directory: any SessionDirectory, store: any CoachStore, hub: EventHub,
    limits: SessionLimits = SessionLimits(), clock: RunClock, logger: Logger
  ) {
    self.pipelines = pipelines
    self.directory = directory
    self.store = store
    self.hub = hub
    self.limits = limits
    self.clock = clock
    self.logger = logger
  }

  /// Begins the session of a request and lets it run.
  ///
  /// - Returns: the session, and whether an earlier request had begun it.
  /// - Throws: `Problem` with status 503 when there is no room, or what the pipeline throws.
  func begin(_ request: CoachRequest) async throws -> (session: String, isRepeat: Bool) {
    guard !isStopping else { throw Problem.stopping }
    guard controls.count + arriving < limits.admitted else {
      throw Problem.unavailable("busy", "the coach has no room for another session; try again", retryAfter: 2)
    }
    arriving += 1
    defer { arriving -= 1 }
    let begun = try await pipelines.begin(request)
    if let run = begun.run { admit(begun.session, run) }
    return (begun.session, begun.isRepeat)
  }

  /// Takes up every session an earlier process did not finish.
  ///
  /// - Returns: how many run again.
  /// - Throws: `CoachError` with code `store_failed` when they cannot be listed.
  func takeUpAll() async throws -> Int {
    var count = 0
    for open in try directory.openSessions() where controls[open.session] == nil {
      do {
        guard let begun = try await pipelines.takeUp(open), let run = begun.run else { continue }
        admit(begun.session, run)
        count += 1
      } catch {
        report(error, of: open.session, doing: "taking up")
      }
    }
    return count
  }

  /// Cancels a session of a user.
  ///
  /// - Returns: whether it was still to end.
  /// - Throws: `Problem` with status 404 when the user has no such session, `CoachError` with code `store_failed`.
  func cancel(_ session: String, of user: String) throws -> Bool {
    let owner = Principal(user: user)
    guard let stored = try store.session(session, as: owner) else { throw Problem.notFound }
    guard stored.ending == nil else { return false }
    if let control = controls[session] {
      control.cancel()
    } else {
      try store.requestCancel(session: session, at: clock.timestamp(), as: owner)
    }
    return true
  }

  /// The sessions that run or wait.
  var count: Int { controls.count }

  /// Takes nothing new, and waits until all that runs has ended; the caller decides for how long.
  func drain() async {
    isStopping = true
    waiting = []
    guard active > 0 else { return }
    await withCheckedContinuation { idle.append($0) }
  }

  // MARK: Running

  private func admit(_ session: String, _ run: @escaping BegunSession.Run) {
    controls[session] = RunControl()
    hub.open(session)
    waiting.append((session, run))
    startWaiting()
  }

  private func startWaiting() {
    while active < limits.active, !waiting.isEmpty, !isStopping {
      let (session, run) = waiting.removeFirst()
      guard let control = controls[session] else { continue }
      active += 1
      // Not a child task: a session outlives the request that began it.
      Task { await carryOut(session, run, control) }
    }
  }

  private nonisolated func carryOut(_ session: String, _ run: BegunSession.Run, _ control: RunControl) async {
    let hub = hub
    do {
      _ = try await run(control) { hub.publish($0) }
    } catch {
      // The session stays open in the store, and is taken up by the next process.
      report(error, of: session, doing: "running")
    }
    await finished(session)
  }

  private func finished(_ session: String) {
    hub.close(session)
    controls[session] = nil
    active -= 1
    startWaiting()
    guard active == 0 else { return }
    for continuation in idle { continuation.resume() }
    idle = []
  }

  private nonisolated func report(_ error: any Error, of session: String, doing what: String) {
    let code = (error as? CoachError)?.code.description ?? "other"
    logger.error("\(what) a session failed", metadata: ["session": "\(session)", "code": "\(code)"])
  }
}
