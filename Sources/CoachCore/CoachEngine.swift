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
    /// Categories, taxes, suitability and the like, dated.
    public var rules: RegulatoryTables
    /// What is known of the markets beside prices.
    public var market: MarketData
    /// How the probability of reaching a goal is worked out.
    public var simulation = SimulationMethod.standard
    /// The JSON Schemas of the contracts.
    public var contracts: ContractSchemas
    /// The rails; replaced only by tests that leave one out.
    public var guardrails: GuardrailPipeline
    /// The passages QA & citation and research look things up in.
    public var library: PassageLibrary
    /// How much agents may ask of their tools.
    public var toolLimits = ToolLimits()
    /// Results of tools from earlier sessions; nil computes everything anew.
    public var toolCache: ToolCache?
    /// How often tasks are tried again, and how long they may take.
    var retries = RetryPolicy.standard
    /// The longest a whole run may take before it ends as failed with code `deadline`; nil for as long as it needs.
    ///
    /// A session that is resumed has all of it again.
    public var runDeadline: Duration?
    /// The caps, and how calls are estimated.
    public var budget = BudgetPolicy()
    /// What models cost.
    public var prices: ModelPriceTable
    /// What keeps calls from a provider that fails, and from spending too fast; shared by the runs of this engine.
    public var breakers = CircuitBreakers()
    /// The longest a critique is waited for; a task whose critic is slower goes on without one.
    var critiqueDeadline = Duration.seconds(10)
    /// Who does which task; replaced only by tests that put a broken agent in.
    var roster = AgentRoster.standard
    /// The time.
    public var clock: RunClock
    /// Where log lines go; ids and codes only, never prose.
    public var logger: Logger

    /// The standard set-up: embedded models, policy, schemas and rails.
    ///
    /// - Throws: `CoachError` when an embedded table or schema cannot be read, or a rail fails its self-test.
    public init(
      prompts: PromptLibrary, market: MarketData = .none, clock: RunClock = .system, logger: Logger
    ) throws(CoachError) {
      self.prompts = prompts
      self.models = .embedded
      self.market = market
      do {
        self.policy = try PolicyTables.embedded()
        self.rules = try RegulatoryTables.embedded()
      } catch {
        throw CoachError(.finance, "the policy tables cannot be used: \(error)", cause: error)
      }
      self.prices = try ModelPriceTable()
      self.contracts = try ContractSchemas()
      self.guardrails = GuardrailPipeline.standard(draftSchema: contracts.draft)
      try guardrails.selfTest()
      self.library = try PassageLibrary.glossary()
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
  ///   - control: the way to cancel the run.
  ///   - listener: hears each event once it is durable, and sentences on their way if the request asks for them.
  /// - Returns: the record; a run that could not be finished is a record with outcome `failed`.
  /// - Throws: `CoachError` when the request contradicts itself or names a model whose price a money cap needs and
  ///   nobody knows (no session is begun), or `store_failed`.
  public func run(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, store: any CoachStore,
    control: RunControl = RunControl(), listener: (@Sendable (CoachSignal) -> Void)? = nil
  ) async throws -> RunRecord {
    try await prepare(request, snapshot: snapshot, identity: identity, store: store)
      .run(control: control, listener: listener)
  }

  /// Begins a session in the store without running it yet.
  ///
  /// - Parameters: as for ``run(_:snapshot:identity:store:control:listener:)``.
  /// - Throws: `CoachError` as ``check(_:snapshot:store:)`` does, with nothing written; `conflict` when the session was
  ///   begun before; or `store_failed`.
  public func prepare(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, store: any CoachStore
  ) async throws -> PreparedRun {
    try await prepare(request, snapshot, identity, store, isResumed: false)
  }

  /// Finds out whether a request would be refused; nothing is written.
  ///
  /// - Throws: `CoachError` with code `unknown_user`, `invalid_request`, `unknown_model`, `unknown_variant` or
  ///   `unpriced_model`, or `store_failed`.
  public func check(_ request: CoachRequest, snapshot: PortfolioSnapshot, store: any CoachStore) throws {
    _ = try goals(of: request, in: snapshot)
    _ = try SessionSetup(
      configuration, request.options, preferences: store.preferences(as: Principal(user: request.user)))
  }

  /// Takes up a session that was interrupted: what it had done is not done again, and it ends as it would have.
  ///
  /// Calls that had come back are not made again. Those that were in flight are, each reported by an event
  /// `call.possibly_paid_twice`. The listener hears only what is new.
  ///
  /// - Parameters: as for ``run(_:snapshot:identity:store:control:listener:)``; all must be those of the session.
  /// - Throws: `CoachError` with code `conflict` when there is no such session, when it has ended, or when portfolio,
  ///   prompts, model or engine are not those it was begun with.
  public func resume(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, store: any CoachStore,
    control: RunControl = RunControl(), listener: (@Sendable (CoachSignal) -> Void)? = nil
  ) async throws -> RunRecord {
    try await prepare(request, snapshot, identity, store, isResumed: true)
      .run(control: control, listener: listener)
  }

  /// Runs one agent alone on given facts; what it writes is judged and published as in a session.
  ///
  /// - Parameter topic: the one artifact to write, by topic key; nil for all.
  /// - Throws: `CoachError` with code `unknown_agent`, `unknown_model` or `unknown_variant`, or `store_failed`.
  public func run(
    agent: String, given: GivenFacts, topic: String? = nil, options: CoachRequest.Options,
    identity: RunIdentity, store: any CoachStore
  ) async throws -> RunRecord {
    let order = CoachSession.Order(
      kind: .agent, agent: agent, request: nil, options: options, owner: agent,
      plan: try Planner.plan(agent: agent),
      snapshotHash: try ContentHash.sha256(canonical: JSONValueEncoder().encode(given.facts.facts)),
      privacy: given.privacy, identity: identity, store: store)
    return try await PreparedRun(
      configuration, order, .given(given.speaking(options.language), topic: topic)
    ).run()
  }

  /// Begins a session, or takes one up.
  ///
  /// - Parameter focus: what it is to tell; nil for what its trigger tells.
  func prepare(
    _ request: CoachRequest, _ snapshot: PortfolioSnapshot, _ identity: RunIdentity, _ store: any CoachStore,
    focus: BriefFocus? = nil, isResumed: Bool
  ) async throws -> PreparedRun {
    let goals = try goals(of: request, in: snapshot)
    let opening = try opening(of: request, identity, store, isResumed: isResumed)
    let inputs = try SnapshotInputs(snapshot)
    var order = CoachSession.Order(
      kind: .session, agent: nil, request: request, options: request.options, owner: request.user,
      plan: try Planner.plan(hasGoals: !goals.isEmpty), snapshotHash: try inputs.hash(),
      privacy: inputs.privateNames, opening: opening, identity: identity, store: store, isResumed: isResumed)
    order.focus = focus ?? BriefFocus(for: request.trigger)
    let user = snapshot.portfolio.user
    let reading = SnapshotReading(
      inputs: inputs, goals: goals, market: configuration.market, policy: configuration.policy,
      rules: configuration.rules, simulation: configuration.simulation)
    let language = request.options.language ?? (opening.preferences?.language ?? user.language).rawValue
    return try await PreparedRun(
      configuration, order,
      .snapshot(reading, user: .init(riskProfile: user.riskProfile.rawValue, language: language)))
  }

  /// What the session begins with: as it was first read, for one that is resumed.
  private func opening(
    of request: CoachRequest, _ identity: RunIdentity, _ store: any CoachStore, isResumed: Bool
  ) throws -> SessionOpening {
    let principal = Principal(user: request.user)
    let opening =
      try (isResumed ? SessionOpening(of: identity.session, in: store, as: principal) : nil)
      ?? SessionOpening(
        request, in: store, embeddedBy: configuration.library.embedder.model, as: principal)
    guard opening.request == request else {
      throw CoachError(
        .conflict, "session \(identity.session) was begun by another request; start a new one")
    }
    return opening
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
