import Finance
import JSONKit

/// One run under way: carries the plan out and always ends with exactly one terminal event.
struct CoachSession: Sendable {
  let recorder: SessionRecorder
  private let configuration: CoachEngine.Configuration
  private let plan: TaskGraph
  private let identity: RunIdentity
  private let start: JSONObject
  private let qa: QaCitationAgent
  private let drafting: ArtifactDrafting
  private let toolBox: ToolBox

  /// Begins a session in the store.
  ///
  /// - Parameter personalValues: names, addresses and the like of the investor, which no prompt or event may carry.
  init(
    _ configuration: CoachEngine.Configuration, kind: RunRecord.Kind, agent: String?, request: CoachRequest?,
    options: CoachRequest.Options, owner: String, plan: TaskGraph, snapshotHash: String,
    personalValues: [PersonalValue],
    identity: RunIdentity, store: any CoachStore
  ) throws(CoachError) {
    let model = try configuration.models.model(options.model)
    let prompts = try configuration.prompts.variant(options.variant)
    let detector = PIIDetector(personalValues: personalValues)
    let sessionID = identity.uuid("session")
    let trigger = request?.trigger ?? .onDemand
    let principal = Principal(user: owner)
    try store.createSession(
      StoredSession(
        id: sessionID, trigger: trigger, engineVersion: CoachEngine.version, promptHash: prompts.hash,
        seed: identity.seed, startedAt: configuration.clock.timestamp()),
      as: principal)
    let record = RunRecord(
      engineVersion: CoachEngine.version, kind: kind, agent: agent, session: sessionID, request: request,
      seed: identity.seed, snapshotHash: snapshotHash,
      prompts: .init(variant: prompts.name, hash: prompts.hash),
      model: model.name, plan: plan, facts: [], provenance: model.provenance)
    self.configuration = configuration
    self.plan = plan
    self.identity = identity
    self.start = [
      "trigger": .string(trigger.rawValue), "variant": .string(prompts.name), "model": .string(model.name),
      "snapshot_hash": .string(snapshotHash), "engine_version": .string(CoachEngine.version),
    ]
    self.recorder = SessionRecorder(
      record: record, owner: principal, store: store, clock: configuration.clock,
      scrubber: PIIScrubber(detector: detector), logger: configuration.logger)
    let guardrails = configuration.guardrails.knowing(detector)
    self.qa = QaCitationAgent(insightSchema: configuration.contracts.insight, guardrails: guardrails)
    self.drafting = ArtifactDrafting(
      model: model, prompts: prompts, guardrails: guardrails, detector: detector, identity: identity,
      recorder: recorder)
    self.toolBox = ToolBox(allowList: .standard, recorder: recorder)
  }

  /// Carries out the plan.
  ///
  /// - Parameter prepare: gathers what the agents are given; runs inside the first analyst's task.
  /// - Throws: only what the store throws: everything else ends the session as `failed` or `cancelled`.
  func run(_ prepare: @Sendable () async throws -> GivenFacts) async throws -> RunRecord {
    try await recorder.emit(.sessionStarted, start)
    try await recorder.emit(.planReady, ["plan": try JSONValueEncoder().encode(plan)])
    do {
      try await carryOut(prepare)
      return try await recorder.finish(.completed)
    } catch is CancellationError {
      return try await recorder.finish(.cancelled)
    } catch let error as CoachError where error.code == .storeFailed {
      throw error
    } catch let error as CoachError {
      return try await recorder.finish(.failed, error: error)
    } catch {
      return try await recorder.finish(
        .failed, error: CoachError(.invalidPlan, "the run stopped: \(error)", cause: error))
    }
  }

  /// Starts tasks as the schedule allows; QA & citation judges each artifact as it arrives, so its own task only
  /// closes the books.
  private func carryOut(_ prepare: @Sendable () async throws -> GivenFacts) async throws {
    var schedule = TaskSchedule(plan)
    var findings: [QaCitationAgent.Finding] = []
    var replaced = false
    while !schedule.isDone {
      for node in schedule.startReady() {
        try Task.checkCancellation()
        try await recorder.start(node.id)
        if node.agent == AgentName.qaCitation {
          let report = QaCitationAgent.report(findings, replaced: replaced)
          await recorder.add(qa: report)
          try await recorder.end(node.id, ["report": try JSONValueEncoder().encode(report)])
        } else {
          let published = try await analyse(node, prepare, findings: &findings, replaced: &replaced)
          try await recorder.end(node.id, ["published": .number(JSONNumber(published))])
        }
        schedule.end(node.id, failed: false)
      }
    }
  }

  private func analyse(
    _ node: TaskGraph.Node, _ prepare: @Sendable () async throws -> GivenFacts,
    findings: inout [QaCitationAgent.Finding], replaced: inout Bool
  ) async throws -> Int {
    let given = try await prepare()
    guard given.user.language == "en" else {
      throw CoachError(
        .unsupportedLanguage,
        "prose is written in English (en); the language asked for is \(given.user.language)")
    }
    let agent = GoalInsightsAgent(disclaimers: try disclaimers(on: given.asOf))
    var published = 0
    for brief in try agent.briefs(given) {
      try Task.checkCancellation()
      guard let result = try await drafting.write(brief, node: node.id) else { continue }
      let finding = try qa.judge(result.insight, brief: brief, facts: given.facts)
      findings.append(finding)
      replaced = replaced || result.writer.author == .template
      guard finding.passed else { continue }
      try await recorder.publish(result.insight, by: result.writer, node: AgentName.qaCitation)
      published += 1
    }
    return published
  }

  /// Lets the tools read a snapshot.
  func read(
    _ snapshot: PortfolioSnapshot, goals: [Goal], user: GivenFacts.User
  ) async throws -> GivenFacts {
    let caller = AgentName.goalInsights
    var facts = try await toolBox.call(PortfolioReader(snapshot: snapshot), for: caller)
    for goal in goals {
      facts += try await toolBox.call(
        GoalMath(goal: goal, snapshot: snapshot, policy: configuration.policy), for: caller)
    }
    return GivenFacts(
      asOf: snapshot.asOf, user: user, goals: goals.map { .init(id: $0.id, kind: $0.kind.rawValue) },
      facts: try FactSet(facts))
  }

  private func disclaimers(on date: CivilDate) throws -> [Insight.Disclaimer] {
    do {
      return try configuration.policy.disclaimers(on: date).filter {
        ["std_warning", "not_advice"].contains($0.id)
      }
      .map { .init(id: $0.id, text: $0.text) }
    } catch {
      throw CoachError(.finance, "no disclaimers are in force on \(date): \(error)", cause: error)
    }
  }
}
