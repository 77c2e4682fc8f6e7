import Foundation
import JSONKit
import Logging
import Synchronization

@testable import CoachCore

/// A run over any graph whose tasks follow a script instead of an agent: tools that compute one fact each, and topics a
/// model has to write.
struct ScriptedRun: Sendable {
  /// One step of a task.
  enum Step: Hashable, Sendable {
    case tool(fails: Bool)
    /// - Parameter failures: how often the model fails before it answers.
    case topic(failures: Int)
    /// - Parameter hangs: how many attempts of the task the model lets run out of time.
    case slowTopic(hangs: Int)
    /// The model answers, and says that it took more than was set aside.
    case dearTopic
    /// The model never answers, and does not notice that nobody waits any more.
    case deaf
  }

  let graph: TaskGraph
  var steps: [String: [Step]]
  var seed: UInt64 = 1
  var limits = DurableRun.Limits(retries: RetryPolicy(retries: 6))
  var policy = BudgetPolicy()
  var manual: ManualClock?
  let base: SQLiteCoachStore
  let calls = CallLog()
  let owner = Principal.service(for: "u1")

  init(
    _ graph: TaskGraph, _ steps: [String: [Step]], seed: UInt64 = 1, base: SQLiteCoachStore? = nil
  ) throws {
    self.graph = graph
    self.steps = steps
    self.seed = seed
    self.base = try base ?? SQLiteCoachStore.inMemory()
  }

  /// A graph of three to six tasks whose calls succeed, fail for good, or fail a few times first.
  static func random(seed: UInt64) throws -> ScriptedRun {
    var random = SplitMix(seed: seed)
    let count = Int.random(in: 3...6, using: &random)
    var nodes: [TaskGraph.Node] = []
    var steps: [String: [Step]] = [:]
    for number in 0..<count {
      let after = nodes.map(\.id).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      nodes.append(.init(id: "n\(number)", agent: "n\(number)", after: after))
      steps["n\(number)"] = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .tool(fails: true)
        case 1...3: .tool(fails: false)
        case let draw: .topic(failures: max(0, draw - 4))
        }
      }
    }
    return try ScriptedRun(try TaskGraph(nodes), steps, seed: seed)
  }

  /// The same script on an empty store.
  func again() throws -> ScriptedRun {
    var run = try ScriptedRun(graph, steps, seed: seed)
    run.limits = limits
    run.policy = policy
    run.manual = manual.map { _ in ManualClock() }
    return run
  }

  var session: String { RunIdentity(seed: seed, scope: ["scripted"]).session }

  /// The day of the clock below, in India.
  static let day = eager.indianDay

  /// A clock on which waits are over at once and deadlines never come.
  private static let eager = RunClock(
    now: { Date(timeIntervalSince1970: 1_786_665_600) }, nanoseconds: { 0 },
    sleep: { duration in
      if duration < .seconds(30) { await Task.yield() } else { try await Task.sleep(for: .seconds(3_600)) }
    })

  /// Begins the session, or takes it up.
  func run(
    on store: (any CoachStore)? = nil, resumed: Bool = false, control: RunControl = RunControl(),
    listener: (@Sendable (CoachSignal) -> Void)? = nil, clock: RunClock? = nil
  ) async throws -> RunRecord {
    let clock = clock ?? manual?.clock ?? Self.eager
    let store = store ?? base
    let stored = StoredSession(
      id: session, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: seed, startedAt: "t")
    let record = RunRecord(
      engineVersion: "1", kind: .session, session: session, seed: seed, snapshotHash: "s",
      prompts: .init(variant: "v", hash: "h"), model: "scripted", plan: graph, facts: [],
      provenance: "embedded")
    let opening = DurableRun.Opening(
      session: stored, start: ["snapshot_hash": "s"], store: store, principal: owner, past: nil,
      isResumed: resumed)
    let earlier = try await EarlierRun(opening)
    let recorder = SessionRecorder(
      record: record, owner: owner, store: store, clock: clock, scrubber: PIIScrubber(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, listener: listener, earlier: earlier)
    let durable = DurableRun(
      opening, earlier: earlier, plan: graph, limits: limits, clock: clock, control: control,
      recorder: recorder)
    let model = ScriptedModel(run: self)
    let telemetry = RunTelemetry(session: session, run: "r", clock: clock)
    let budget = RunBudget(
      session: session, owner: owner, policy: policy, caps: try RunCaps(policy), prices: RunPrices(),
      ledger: store,
      recorder: durable.recorder, clock: clock, earlier: durable.earlier)
    let caller = ModelCaller(
      model: model, journal: durable.journal,
      admission: CallAdmission(model: model, budget: budget, breakers: CircuitBreakers(), clock: clock),
      seed: seed, recorder: durable.recorder, control: control, telemetry: telemetry)
    let tools = ToolBox(
      allowList: ToolAllowList(steps.mapValues { _ in [ScriptedTool.name] }), limits: ToolLimits(),
      optedIn: [], snapshotHash: "s", clock: clock, journal: durable.journal, control: control,
      recorder: durable.recorder, telemetry: telemetry)
    let executor = ScriptedExecutor(run: self, recorder: durable.recorder, caller: caller, tools: tools)
    return try await durable.run { outcome in
      switch outcome {
      case .failed: .init(error: CoachError(.agentFailed, "no task could do its work"))
      case .budgetExhausted: .init(details: try await budget.ending())
      case .completed, .cancelled: .init()
      }
    } prepare: {
      try await budget.reconcile(durable.earlier.journal)
      return { node, _, mode in try await executor.perform(node, mode) }
    }
  }
}
