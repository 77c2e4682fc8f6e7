import JSONKit

/// What a session is run with, looked up and checked: whatever can be refused is refused here, before anything is
/// written.
struct SessionSetup: Sendable {
  let model: any LanguageModel
  let critic: (any LanguageModel)?
  let prompts: PromptVariant
  let caps: RunCaps
  let prices: RunPrices

  /// - Parameter preferences: what the investor has asked of the coach.
  /// - Throws: `CoachError` with code `unknown_model`, `unknown_variant`, `unpriced_model` or `invalid_request`.
  init(
    _ configuration: CoachEngine.Configuration, _ options: CoachRequest.Options,
    preferences: UserPreferences?
  ) throws(CoachError) {
    let model = try configuration.models.model(options.model)
    let critic = try options.critique.map { name throws(CoachError) in
      try configuration.models.model(name)
    }
    var prompts = try configuration.prompts.variant(options.variant)
    if critic != nil { prompts = try prompts.withCritique() }
    prompts.preferredTone = preferences.flatMap { .init(rawValue: $0.tone.rawValue) }
    let caps = try RunCaps(
      configuration.budget, request: options.budget, dailyTokens: preferences?.dailyTokenCap)
    var prices = RunPrices(writer: try configuration.price(of: model, under: caps))
    if let critic { prices.critic = try configuration.price(of: critic, under: caps) }
    self.model = model
    self.critic = critic
    self.prompts = prompts
    self.caps = caps
    self.prices = prices
  }

  /// How a session of this set-up begins.
  ///
  /// - Parameter time: now, ISO 8601.
  func opening(of order: CoachSession.Order, at time: String) -> DurableRun.Opening {
    let session = StoredSession(
      id: order.identity.session, trigger: order.request?.trigger ?? .onDemand,
      engineVersion: CoachEngine.version, promptHash: prompts.hash, seed: order.identity.seed,
      startedAt: time, scope: order.identity.scope)
    var start: JSONObject = [
      "trigger": .string(session.trigger.rawValue), "variant": .string(prompts.name),
      "model": .string(model.name), "snapshot_hash": .string(order.snapshotHash),
      "engine_version": .string(CoachEngine.version), "provenance": .string(provenance),
    ]
    if let critic { start["critique"] = .string(critic.name) }
    return DurableRun.Opening(
      session: session, start: start, store: order.store, principal: .service(for: order.owner),
      past: order.opening, isResumed: order.isResumed)
  }

  /// The record of a session, empty but for what is known beforehand.
  func record(of order: CoachSession.Order) -> RunRecord {
    RunRecord(
      engineVersion: CoachEngine.version, kind: order.kind, agent: order.agent,
      session: order.identity.session, request: order.request, seed: order.identity.seed,
      snapshotHash: order.snapshotHash, prompts: .init(variant: prompts.name, hash: prompts.hash),
      model: model.name, plan: order.plan, facts: [], provenance: provenance)
  }

  /// Where answers come from: the embedded model's only where no other has a say.
  private var provenance: String {
    model.provenance == "embedded" ? critic?.provenance ?? model.provenance : model.provenance
  }
}
