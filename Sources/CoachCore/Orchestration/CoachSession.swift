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

  init(
    _ prepared: PreparedRun, _ control: RunControl, _ listener: (@Sendable (CoachSignal) -> Void)?
  ) {
    let (configuration, order, setup) = (prepared.configuration, prepared.order, prepared.setup)
    let (opening, earlier) = (prepared.opening, prepared.earlier)
    let session = opening.session.id
    let run = order.identity.run(after: earlier.events.count)
    let detector = PIIDetector(personalValues: order.privacy.personalValues)
    // Ids of the session and the run, and nothing of the investor, stand in every line.
    var logger = configuration.logger
    logger[metadataKey: "session"] = "\(session)"
    logger[metadataKey: "run"] = "\(run)"
    recorder = SessionRecorder(
      record: setup.record(of: order), owner: opening.principal, store: order.store,
      clock: configuration.clock, scrubber: PIIScrubber(detector: detector), logger: logger,
      listener: listener, earlier: earlier)
    durable = DurableRun(
      opening, earlier: earlier, plan: order.plan,
      limits: .init(retries: configuration.retries, deadline: configuration.runDeadline),
      clock: configuration.clock, control: control, recorder: recorder)
    budget = RunBudget(
      session: session, owner: opening.principal, policy: configuration.budget, caps: setup.caps,
      prices: setup.prices, ledger: order.store, recorder: recorder, clock: configuration.clock,
      earlier: earlier)
    self.configuration = configuration
    plan = order.plan
    past = order.opening
    focus = order.focus
    trigger = order.request?.trigger
    telemetry = RunTelemetry(
      session: session, run: run, clock: configuration.clock, price: setup.prices.writer)
    qa = QaCitationAgent(contracts: configuration.contracts)
    let caller = ModelCaller(
      model: setup.model, journal: durable.journal,
      admission: CallAdmission(
        model: setup.model, budget: budget, breakers: configuration.breakers, clock: configuration.clock),
      seed: order.identity.seed, recorder: recorder, control: control, telemetry: telemetry)
    let drafting = ArtifactDrafting(
      caller: caller, prompts: setup.prompts,
      guardrails: configuration.guardrails.knowing(detector, names: order.privacy.schemeNames),
      detector: detector, identity: order.identity, recorder: recorder, delivery: order.options.delivery)
    self.drafting = drafting
    critique = setup.critic.map {
      CritiqueReview(by: $0, at: setup.prices.critic, of: drafting, configuration)
    }
    toolBox = ToolBox(
      allowList: .standard, limits: configuration.toolLimits,
      optedIn: order.options.research ? ["research"] : [], snapshotHash: order.snapshotHash,
      clock: configuration.clock, journal: durable.journal, control: control,
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
