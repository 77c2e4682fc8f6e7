import CoachCore
import Finance
import Scoring

/// Runs the coach on the case of a trial, under the conditions the case states.
struct CaseRun: Sendable {
  let setup: EngineSetup
  let inputs: SuiteInputs
  let seed: UInt64
  /// The models the case itself asks, in place of the project's; the runs before it ask those in any case.
  var models: ModelCatalog?

  /// Runs the case.
  ///
  /// - Throws: what the engine throws, or `CoachError` with code `invalid_request` for a case that cannot be run so.
  func run(_ trial: Trial) async throws -> WitnessedRun {
    let identity = trial.identity(seed: seed)
    switch trial.test.subject {
    case .session(_, let trigger, let scope):
      return try await session(trial, trigger: trigger, scope: scope).run(trial.test.conditions.interruption)
    case .agent(let name, _):
      guard let given = inputs.given(trial.suite, trial.test) else {
        throw CoachError(.invalidRequest, "the facts of \(trial.test.id) were not read")
      }
      return WitnessedRun(
        record: try await CoachEngine(configuration).run(
          agent: name, given: given, options: options(of: trial), identity: identity,
          store: SQLiteCoachStore.inMemory()))
    case .mutant(let mutant):
      let faulty = CoachRequest.Options(variant: trial.variant, model: mutant.model)
      return WitnessedRun(
        record: try await CoachEngine(configuration).run(
          agent: mutant.agent, given: mutant.given, topic: mutant.topic, options: faulty, identity: identity,
          store: SQLiteCoachStore.inMemory()))
    case .injection(let injection):
      let snapshot = try injection.snapshot()
      let request = CoachRequest(
        user: snapshot.portfolio.user.id, asOf: snapshot.asOf, options: options(of: trial))
      return WitnessedRun(
        record: try await CoachEngine(configuration).run(
          request, snapshot: snapshot, identity: identity, store: SQLiteCoachStore.inMemory()))
    }
  }

  private var configuration: CoachEngine.Configuration {
    var configuration = setup.configuration
    if let models { configuration.models = models }
    return configuration
  }

  private func options(of trial: Trial) -> CoachRequest.Options {
    let conditions = trial.test.conditions
    return CoachRequest.Options(
      variant: trial.variant, model: trial.model, language: conditions.language,
      research: conditions.research, critique: conditions.critique, budget: conditions.budget.session)
  }

  private func session(_ trial: Trial, trigger: String, scope: [String]) throws -> CaseSession {
    guard let snapshot = inputs.snapshot(trial.suite, trial.test) else {
      throw CoachError(.invalidRequest, "the portfolio of \(trial.test.id) was not read")
    }
    let options = options(of: trial)
    let request = CoachRequest(
      user: snapshot.portfolio.user.id, trigger: .init(rawValue: trigger) ?? .onDemand, asOf: snapshot.asOf,
      scope: scope, options: options)
    let conditions = trial.test.conditions
    let asked = [options.model] + [options.critique].compactMap(\.self)
    let standard = configuration
    let engine: @Sendable () throws -> CoachEngine.Configuration = {
      guard conditions.isDisturbed else { return standard }
      return try DisturbedEngine(
        standard: standard, conditions: conditions, pricedAs: trial.suite.pricedAs, day: snapshot.asOf
      ).configuration(asking: asked)
    }
    // One engine for the runs before and the case: what its breakers have seen is what they know.
    let shared = try engine()
    let hasPast = !inputs.before(trial.suite, trial.test).isEmpty
    return CaseSession(
      request: request, snapshot: snapshot, identity: trial.identity(seed: seed),
      configuration: { hasPast ? shared : try engine() }
    ) {
      // A store of its own for each trial: nothing one run remembers can help another.
      let store = try SQLiteCoachStore.inMemory()
      var earlier = shared
      if models != nil { earlier.models = setup.configuration.models }
      try await runBefore(trial, request, with: earlier, in: store)
      return store
    }
  }

  private func runBefore(
    _ trial: Trial, _ request: CoachRequest, with configuration: CoachEngine.Configuration,
    in store: SQLiteCoachStore
  ) async throws {
    for snapshot in inputs.before(trial.suite, trial.test) {
      var request = request
      request.asOf = snapshot.asOf
      let run = try await CoachEngine(configuration).run(
        request, snapshot: snapshot, identity: trial.identity(seed: seed, before: snapshot.asOf),
        store: store)
      guard run.outcome == .completed else {
        throw CoachError(
          .invalidRequest,
          "the run before, as of \(snapshot.asOf), ended \(run.outcome.rawValue): \(run.error?.message ?? "")"
        )
      }
    }
  }
}
