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
  let toolBox: ToolBox
  let endings = TaskEndings()
  private let durable: DurableRun
  private let past: SessionOpening?
  private let telemetry: RunTelemetry
  private let trigger: CoachRequest.Trigger?
  let focus: BriefFocus

  /// Begins a session in the store, or takes up one that was interrupted.
  ///
  /// - Throws: `CoachError` with code `unknown_model`, `unknown_variant` or `store_failed`; for a session that is taken
  ///   up `conflict` when it has ended, or when portfolio, prompts or engine are not those it was begun with.
  init(_ configuration: CoachEngine.Configuration, _ order: Order) throws(CoachError) {
    let model = try configuration.models.model(order.options.model)
    var prompts = try configuration.prompts.variant(order.options.variant)
    prompts.preferredTone = order.opening?.preferences.flatMap { .init(rawValue: $0.tone.rawValue) }
    let session = StoredSession(
      id: order.identity.session, trigger: order.request?.trigger ?? .onDemand,
      engineVersion: CoachEngine.version, promptHash: prompts.hash, seed: order.identity.seed,
      startedAt: configuration.clock.timestamp())
    let record = RunRecord(
      engineVersion: CoachEngine.version, kind: order.kind, agent: order.agent, session: session.id,
      request: order.request, seed: order.identity.seed, snapshotHash: order.snapshotHash,
      prompts: .init(variant: prompts.name, hash: prompts.hash),
      model: model.name, plan: order.plan, facts: [], provenance: model.provenance)
    let detector = PIIDetector(personalValues: order.privacy.personalValues)
    let opening = DurableRun.Opening(
      session: session,
      start: [
        "trigger": .string(session.trigger.rawValue), "variant": .string(prompts.name),
        "model": .string(model.name), "snapshot_hash": .string(order.snapshotHash),
        "engine_version": .string(CoachEngine.version),
      ],
      store: order.store, principal: Principal(user: order.owner), past: order.opening,
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
    self.configuration = configuration
    plan = order.plan
    past = order.opening
    focus = order.focus
    trigger = order.request?.trigger
    telemetry = RunTelemetry(
      session: session.id, run: order.identity.run(after: durable.eventsBefore), clock: configuration.clock,
      price: try? configuration.prices.price(model.name, on: configuration.clock.istDate()))
    recorder = durable.recorder
    qa = QaCitationAgent(contracts: configuration.contracts)
    drafting = ArtifactDrafting(
      caller: ModelCaller(
        model: model, journal: durable.journal,
        completionTokens: configuration.completionTokens, seed: order.identity.seed,
        recorder: recorder,
        control: order.control, telemetry: telemetry),
      prompts: prompts,
      guardrails: configuration.guardrails.knowing(detector, names: order.privacy.schemeNames),
      detector: detector, identity: order.identity, recorder: recorder, delivery: order.options.delivery)
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
      try await durable.run(firstError: { await endings.firstError(in: plan) }) {
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

  /// One agent on given facts has no past and leaves none.
  private func remember(on day: CivilDate) throws(CoachError) -> SessionMemory {
    guard let past else { return SessionMemory(library: configuration.library) }
    return try SessionMemory(
      past, policy: configuration.policy, library: configuration.library, on: day)
  }
}
