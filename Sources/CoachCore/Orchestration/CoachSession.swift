import Finance
import JSONKit
import Logging

/// One run under way: carries the plan out and always ends with exactly one terminal event.
struct CoachSession: Sendable {
  /// What is to be run, for whom, and where it is kept.
  struct Order: Sendable {
    let kind: RunRecord.Kind
    let agent: String?
    let request: CoachRequest?
    let options: CoachRequest.Options
    let owner: String
    let plan: TaskGraph
    let snapshotHash: String
    let privacy: PrivateNames
    /// What is known of the investor; nil for one agent on given facts, which speaks to nobody.
    var opening: SessionOpening?
    let identity: RunIdentity
    let store: any CoachStore
    var listener: (@Sendable (CoachSignal) -> Void)?
    var control = RunControl()
    /// What of all there is to say the run is to tell.
    var focus = BriefFocus.everything
    /// Whether the session was begun before and interrupted.
    var isResumed = false
  }

  let recorder: SessionRecorder
  let configuration: CoachEngine.Configuration
  let plan: TaskGraph
  let qa: QaCitationAgent
  let drafting: ArtifactDrafting
  /// What a second model has to say of each text; nil unless the caller asked for it.
  let critique: CritiqueReview?
  let toolBox: ToolBox
  let endings = TaskEndings()
  private let durable: DurableRun
  private let budget: RunBudget
  private let past: SessionOpening?
  private let telemetry: RunTelemetry
  private let trigger: CoachRequest.Trigger?
  let focus: BriefFocus

  /// Begins a session in the store, or takes up one that was interrupted.
  ///
  /// - Throws: `CoachError` with code `unknown_model`, `unknown_variant`, `unpriced_model`, `invalid_request` or
  ///   `store_failed`; for a session that is taken up `conflict` when it has ended, or when portfolio, prompts or engine
  ///   are not those it was begun with.
  init(_ configuration: CoachEngine.Configuration, _ order: Order) throws(CoachError) {
    let model = try configuration.models.model(order.options.model)
    let critic = try order.options.critique.map { name throws(CoachError) in
      try configuration.models.model(name)
    }
    var prompts = try configuration.prompts.variant(order.options.variant)
    if critic != nil { prompts = try prompts.withCritique() }
    prompts.preferredTone = order.opening?.preferences.flatMap { .init(rawValue: $0.tone.rawValue) }
    let caps = try RunCaps(
      configuration.budget, request: order.options.budget,
      dailyTokens: order.opening?.preferences?.dailyTokenCap)
    var prices = RunPrices(writer: try configuration.price(of: model, under: caps))
    if let critic { prices.critic = try configuration.price(of: critic, under: caps) }
    let session = StoredSession(
      id: order.identity.session, trigger: order.request?.trigger ?? .onDemand,
      engineVersion: CoachEngine.version, promptHash: prompts.hash, seed: order.identity.seed,
      startedAt: configuration.clock.timestamp())
    let record = RunRecord(
      engineVersion: CoachEngine.version, kind: order.kind, agent: order.agent, session: session.id,
      request: order.request, seed: order.identity.seed, snapshotHash: order.snapshotHash,
      prompts: .init(variant: prompts.name, hash: prompts.hash),
      model: model.name, plan: order.plan, facts: [],
      provenance: model.provenance == "embedded" ? critic?.provenance ?? model.provenance : model.provenance)
    let detector = PIIDetector(personalValues: order.privacy.personalValues)
    var start: JSONObject = [
      "trigger": .string(session.trigger.rawValue), "variant": .string(prompts.name),
      "model": .string(model.name), "snapshot_hash": .string(order.snapshotHash),
      "engine_version": .string(CoachEngine.version),
    ]
    if let critic { start["critique"] = .string(critic.name) }
    let opening = DurableRun.Opening(
      session: session, start: start, store: order.store, principal: .service(for: order.owner),
      past: order.opening,
      isResumed: order.isResumed)
    durable = try DurableRun(
      opening, plan: order.plan,
      limits: .init(retries: configuration.retries, deadline: configuration.runDeadline),
      clock: configuration.clock, control: order.control
    ) { earlier in
      // Ids of the session and the run, and nothing of the investor, stand in every line.
      var logger = configuration.logger
      logger[metadataKey: "session"] = "\(session.id)"
      logger[metadataKey: "run"] = "\(order.identity.run(after: earlier.events.count))"
      return SessionRecorder(
        record: record, owner: opening.principal, store: order.store, clock: configuration.clock,
        scrubber: PIIScrubber(detector: detector), logger: logger, listener: order.listener,
        earlier: earlier)
    }
    budget = RunBudget(
      session: session.id, owner: opening.principal, policy: configuration.budget, caps: caps, prices: prices,
      ledger: order.store, recorder: durable.recorder, clock: configuration.clock, earlier: durable.earlier)
    self.configuration = configuration
    plan = order.plan
    past = order.opening
    focus = order.focus
    trigger = order.request?.trigger
    telemetry = RunTelemetry(
      session: session.id, run: order.identity.run(after: durable.earlier.events.count),
      clock: configuration.clock, price: prices.writer)
    recorder = durable.recorder
    qa = QaCitationAgent(contracts: configuration.contracts)
    drafting = ArtifactDrafting(
      caller: ModelCaller(
        model: model, journal: durable.journal,
        admission: CallAdmission(
          model: model, budget: budget, breakers: configuration.breakers, clock: configuration.clock),
        seed: order.identity.seed, recorder: recorder, control: order.control, telemetry: telemetry),
      prompts: prompts,
      guardrails: configuration.guardrails.knowing(detector, names: order.privacy.schemeNames),
      detector: detector, identity: order.identity, recorder: recorder, delivery: order.options.delivery)
    if let critic {
      critique = CritiqueReview(by: critic, at: prices.critic, of: drafting, configuration)
    } else {
      critique = nil
    }
    toolBox = ToolBox(
      allowList: .standard, limits: configuration.toolLimits,
      optedIn: order.options.research ? ["research"] : [], snapshotHash: order.snapshotHash,
      clock: configuration.clock, journal: durable.journal, control: order.control,
      scrubber: PIIScrubber(detector: detector), recorder: recorder, telemetry: telemetry,
      cache: order.kind == .session ? configuration.toolCache : nil, user: order.owner)
  }

  /// Carries out the plan: tasks start as it allows, side by side where nothing holds them back.
  ///
  /// - Throws: only what the store throws: everything else ends the session with its one terminal event.
  func run(_ material: RunMaterial) async throws -> RunRecord {
    try await telemetry.run(trigger: trigger) {
      try await durable.run(closing: close) {
        try await budget.reconcile(durable.earlier.journal)
        let policy = try AgentPolicy(configuration.policy, on: material.asOf)
        let memory = try remember(on: material.asOf)
        let material = material.researching(in: memory.library)
        if case .given(let given, _) = material { await recorder.add(given: given.facts) }
        return { node, attempt, mode in
          try await telemetry.agent(node, attempt: attempt) {
            try await perform(node, material, policy, memory, mode)
          }
        }
      }
    }
  }

  /// What the terminal event tells.
  private func close(_ outcome: RunRecord.Outcome) async throws -> DurableRun.Closing {
    switch outcome {
    case .failed: DurableRun.Closing(error: await endings.firstError(in: plan))
    case .budgetExhausted: DurableRun.Closing(details: try await budget.ending())
    case .completed, .cancelled: DurableRun.Closing()
    }
  }

  /// One agent on given facts has no past and leaves none.
  private func remember(on day: CivilDate) throws(CoachError) -> SessionMemory {
    guard let past else { return SessionMemory(library: configuration.library) }
    return try SessionMemory(
      past, policy: configuration.policy, library: configuration.library, on: day)
  }
}
