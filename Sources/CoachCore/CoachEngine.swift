public import Finance
import JSONKit
public import Logging

/// The coach: a request and a portfolio in, a run record out.
///
/// Tools compute, the model phrases, rails prove. The engine holds no clock, no randomness and no portfolio of its own:
/// the same request, snapshot, prompts and seed give the same `RunRecord.canonical`, byte for byte.
public struct CoachEngine: Sendable {
  /// The version that goes into every record.
  public static let version = "0.1.0"

  /// What the engine works with.
  public struct Configuration: Sendable {
    /// The prompts.
    public var prompts: PromptLibrary
    /// The models.
    public var models: ModelCatalog
    /// The dated rules.
    public var policy: PolicyTables
    /// The JSON Schemas of the contracts.
    public var contracts: ContractSchemas
    /// The rails; replaced only by tests that leave one out.
    public var guardrails: GuardrailPipeline
    /// The time.
    public var clock: RunClock
    /// Where log lines go; ids and codes only, never prose.
    public var logger: Logger

    /// The standard set-up: embedded models, policy, schemas and rails.
    ///
    /// - Throws: `CoachError` when an embedded table or schema cannot be read, or a rail fails its self-test.
    public init(prompts: PromptLibrary, clock: RunClock = .system, logger: Logger) throws(CoachError) {
      self.prompts = prompts
      self.models = .embedded
      do {
        self.policy = try PolicyTables.embedded()
      } catch {
        throw CoachError(.finance, "the policy tables cannot be used: \(error)", cause: error)
      }
      self.contracts = try ContractSchemas()
      self.guardrails = GuardrailPipeline.standard(draftSchema: contracts.draft)
      try guardrails.selfTest()
      self.clock = clock
      self.logger = logger
    }
  }

  let configuration: Configuration

  /// Makes an engine.
  public init(_ configuration: Configuration) {
    self.configuration = configuration
  }

  /// Runs a whole session over a snapshot.
  ///
  /// - Parameters:
  ///   - request: what is asked; its `asOf` is the snapshot's.
  ///   - snapshot: the portfolio, valued.
  ///   - identity: what the run's ids are made from.
  ///   - store: where the session is kept.
  /// - Returns: the record; a run that could not be finished is a record with outcome `failed`.
  /// - Throws: `CoachError` when the request contradicts itself (no session is begun), or `store_failed`.
  public func run(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, store: any CoachStore
  ) async throws -> RunRecord {
    let goals = try goals(of: request, in: snapshot)
    let inputs = SnapshotInputs(snapshot)
    let session = try CoachSession(
      configuration, kind: .session, agent: nil, request: request, options: request.options,
      owner: request.user,
      plan: try Planner.plan(hasGoals: !goals.isEmpty), snapshotHash: try inputs.hash(),
      personalValues: inputs.personalValues, identity: identity, store: store)
    let user = snapshot.portfolio.user
    return try await session.run {
      try await session.read(
        snapshot, goals: goals,
        user: .init(
          riskProfile: user.riskProfile.rawValue, language: request.options.language ?? user.language.rawValue
        ))
    }
  }

  /// Runs one agent alone on given facts; what it writes is judged and published as in a session.
  ///
  /// - Throws: `CoachError` with code `unknown_agent`, `unknown_model` or `unknown_variant`, or `store_failed`.
  public func run(
    agent: String, given: GivenFacts, options: CoachRequest.Options, identity: RunIdentity,
    store: any CoachStore
  ) async throws -> RunRecord {
    let session = try CoachSession(
      configuration, kind: .agent, agent: agent, request: nil, options: options, owner: agent,
      plan: try Planner.plan(agent: agent),
      snapshotHash: try ContentHash.sha256(canonical: JSONValueEncoder().encode(given.facts.facts)),
      personalValues: [], identity: identity, store: store)
    return try await session.run {
      await session.recorder.add(given: given.facts.facts)
      return GivenFacts(
        asOf: given.asOf,
        user: .init(riskProfile: given.user.riskProfile, language: options.language ?? given.user.language),
        goals: given.goals, facts: given.facts)
    }
  }

  private func goals(
    of request: CoachRequest, in snapshot: PortfolioSnapshot
  ) throws(CoachError) -> [Goal] {
    let portfolio = snapshot.portfolio
    guard request.user == portfolio.user.id else {
      throw CoachError(
        .unknownUser, "the request is for user \(request.user), the portfolio is another user's")
    }
    guard request.asOf == snapshot.asOf else {
      throw CoachError(
        .invalidRequest,
        "the request is as of \(request.asOf), the snapshot as of \(snapshot.asOf); they must agree")
    }
    for id in request.scope where !portfolio.goals.contains(where: { $0.id == id }) {
      let known = portfolio.goals.map(\.id).joined(separator: ", ")
      throw CoachError(.invalidRequest, "scope names the goal \(id); the portfolio has \(known)")
    }
    return portfolio.goals.filter {
      $0.status == .active && (request.scope.isEmpty || request.scope.contains($0.id))
    }
  }
}
