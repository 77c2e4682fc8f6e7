import CoachCore
import Finance
import JSONKit
import Scoring

/// The session of a case: run, or run and interrupted as the case says.
struct CaseSession: Sendable {
  let request: CoachRequest
  let snapshot: PortfolioSnapshot
  let identity: RunIdentity
  /// Sets the engine up as a process that has just started does.
  let configuration: @Sendable () throws -> CoachEngine.Configuration
  /// Makes a store in which the runs before the case have been made.
  let store: @Sendable () async throws -> SQLiteCoachStore

  /// Runs the session.
  ///
  /// - Throws: what the engine throws, or `CoachError` with code `invalid_request` when the session ended before what
  ///   was to interrupt it.
  func run(_ interruption: Interruption?) async throws -> WitnessedRun {
    let store = try await store()
    var run =
      switch interruption {
      case nil: WitnessedRun(record: try await once(in: store))
      case .cancel(let events): WitnessedRun(record: try await cancelled(after: events, in: store))
      case .kill(let writes): try await killed(.afterWrites(writes), in: store)
      case .killInCall(let number): try await killed(.inCall(number), in: store)
      case .repeated(let change): try await repeated(change, in: store)
      }
    run.evidence.stored = try Self.stored(run.record, of: Principal(user: request.user), in: store)
    return run
  }

  private func once(in store: any CoachStore) async throws -> RunRecord {
    try await CoachEngine(configuration()).run(request, snapshot: snapshot, identity: identity, store: store)
  }

  private func cancelled(after events: Int, in store: any CoachStore) async throws -> RunRecord {
    let control = RunControl()
    return try await CoachEngine(configuration()).run(
      request, snapshot: snapshot, identity: identity, store: store, control: control
    ) { signal in
      if case .event(let event) = signal, event.seq == events { control.cancel() }
    }
  }

  // MARK: Kill and resume

  private func killed(_ death: MortalStore.Death, in store: SQLiteCoachStore) async throws -> WitnessedRun {
    let uninterrupted = try await once(in: try await self.store())
    do {
      _ = try await once(in: MortalStore(store, dying: death))
      throw CoachError(.invalidRequest, "the session ended before it was to be killed; kill it earlier")
    } catch let error as CoachError where error.code == .storeFailed {
      // Dead, as it was to be.
    }
    let (owner, session) = (Principal(user: request.user), identity.uuid("session"))
    let events = try store.events(session: session, after: 0, as: owner)
    let before = try Self.calls(of: session, of: owner, in: store)
    let record = try await CoachEngine(configuration()).resume(
      request, snapshot: snapshot, identity: identity, store: store)
    let known = Set(before.map(\.key))
    var run = WitnessedRun(record: record)
    run.evidence.resumed = ResumedRun(
      uninterrupted: try JSONValue(parsing: uninterrupted.canonical()),
      canonical: try JSONValue(parsing: record.canonical()),
      eventsBefore: try events.map { try JSONValueEncoder().encode($0) },
      returned: before.filter { $0.state != .intent }.map(\.call),
      inFlight: before.filter { $0.state == .intent }.map(\.call),
      begun: try Self.calls(of: session, of: owner, in: store).filter { !known.contains($0.key) }
        .map(\.call))
    return run
  }

  /// The calls of tools and models in a session's journal, which keeps other things too.
  private static func calls(
    of session: String, of owner: Principal, in store: any CoachStore
  ) throws -> [JournalEntry] {
    try store.journal(session: session, as: owner).filter { ["tool", "model"].contains($0.kind) }
  }

  // MARK: Two requests under one key

  private func repeated(
    _ change: Interruption.Repeat, in store: SQLiteCoachStore
  ) async throws -> WitnessedRun {
    let identity = identity
    var set = CoachPipelines.Configuration(
      engine: try configuration(), store: store, values: store, outbox: store,
      source: SinglePortfolio(snapshot: snapshot), nonce: { identity.uuid("attempt") })
    set.seed = identity.seed
    let pipelines = CoachPipelines(set)
    var first = request
    first.idempotencyKey = identity.uuid("request")
    var second = first
    if change == .changed { second.options.language = first.options.language == "hi" ? "en" : "hi" }
    guard case .ran(let record) = try await pipelines.onDemand(first) else {
      throw CoachError(.invalidRequest, "the first request was not answered by a run")
    }
    let owner = Principal(user: request.user)
    let told = try store.events(session: record.session, after: 0, as: owner).count
    var answer: RepeatedRequest.Answer?
    var refusal: String?
    do {
      answer = try Self.answer(try await pipelines.onDemand(second))
    } catch let error as CoachError {
      refusal = error.code.description
    }
    var run = WitnessedRun(record: record)
    run.evidence.repeated = RepeatedRequest(
      first: try Self.answer(.ran(record)), second: answer, refusal: refusal,
      addedEvents: try store.events(session: record.session, after: 0, as: owner).count - told)
    return run
  }

  private static func answer(_ answer: OnDemandAnswer) throws -> RepeatedRequest.Answer {
    switch answer {
    case .ran(let record), .repeated(let record):
      RepeatedRequest.Answer(session: record.session, canonical: try JSONValue(parsing: record.canonical()))
    case .underWay(let session), .ended(let session):
      RepeatedRequest.Answer(session: session, canonical: nil)
    }
  }

  // MARK: The store

  private static func stored(
    _ record: RunRecord, of owner: Principal, in store: any CoachStore
  ) throws -> StoredRun {
    let encoder = JSONValueEncoder()
    let insights = try store.insights(session: record.session, as: owner).map { try encoder.encode($0) }
    let recommendations = try store.recommendations(session: record.session, as: owner)
    return StoredRun(
      events: try store.events(session: record.session, after: 0, as: owner).map { try encoder.encode($0) },
      artifacts: try insights + recommendations.map { try encoder.encode($0) })
  }
}
