import Foundation
import JSONKit
import Logging

/// The one writer of a session: numbers its events, makes them durable, and gathers the run record.
///
/// Everything that leaves a run passes through here, so personal data is scrubbed here, once, whatever part of the
/// engine it comes from.
actor SessionRecorder {
  /// An artifact that was published, and the task that wrote it.
  private struct Published {
    let node: String
    let artifact: Artifact
    let writer: ArtifactWriter
  }

  private var record: RunRecord
  /// What is known, by id.
  private var known: [String: Fact] = [:]
  private var factIDs: [String: Set<String>] = [:]
  private var toolCalls: Set<String> = []
  private var published: [Published] = []
  private var tellings: [Telling: [Int]] = [:]
  private var stored: [String: Artifact]
  /// What an event is about: only events alike in this can be the same one.
  private struct Telling: Hashable {
    let type: CoachEvent.Kind
    let node: String?
    let topic: String?
  }

  private let owner: Principal
  private let store: any CoachStore
  private let clock: RunClock
  private var scrubber: RunScrubber
  private let logger: Logger
  private let listener: (@Sendable (CoachSignal) -> Void)?
  private let startedAt: UInt64
  private var starts: [String: UInt64] = [:]
  /// Whether an event is on its way to the store.
  private var isWriting = false
  /// Those who wait for their turn to write, in the order they came.
  private var turns: [CheckedContinuation<Void, Never>] = []

  init(
    record: RunRecord, owner: Principal, store: any CoachStore, clock: RunClock, scrubber: PIIScrubber,
    logger: Logger, listener: (@Sendable (CoachSignal) -> Void)? = nil,
    earlier: EarlierRun = EarlierRun()
  ) {
    self.record = record
    self.owner = owner
    self.store = store
    self.clock = clock
    self.scrubber = RunScrubber(scrubber)
    self.logger = logger
    self.listener = listener
    self.record.events = earlier.events
    stored = Dictionary(earlier.artifacts.map { ($0.topicKey, $0) }, uniquingKeysWith: { first, _ in first })
    for (place, event) in earlier.events.enumerated() {
      let told = Telling(
        type: event.type, node: event.data["node"]?.string, topic: event.data["topic_key"]?.string)
      tellings[told, default: []].append(place)
    }
    self.startedAt = clock.nanoseconds()
    self.record.timings.startedAt = clock.timestamp()
  }

  /// Adds an event that tells of an accident of this run rather than of the session's course; a repeated run need not
  /// have it, so ``RunRecord/canonical()`` leaves it out.
  func report(_ type: CoachEvent.Kind, node: String, _ data: JSONObject) async throws {
    try await emit(type, node: node, data)
  }

  /// Numbers an event, writes it to the store and only then lets it be seen.
  func emit(_ type: CoachEvent.Kind, node: String? = nil, _ data: JSONObject = [:]) async throws {
    try await inTurn {
      try await write(type, node: node, data) { try await store.append($0, as: owner) }
    }
  }

  /// Lets one event after the other be numbered, written and seen, in the order they come.
  ///
  /// An actor takes up other work while a write waits for the store, so its isolation alone would number two events
  /// alike.
  private func inTurn(_ step: () async throws -> Void) async rethrows {
    if isWriting { await withCheckedContinuation { turns.append($0) } }
    isWriting = true
    // The next one goes on without letting go, so that nobody who comes now can slip in before it.
    defer { if turns.isEmpty { isWriting = false } else { turns.removeFirst().resume() } }
    try await step()
  }

  /// Makes an event durable by `keep`, unless it is in the log, and lets it be seen; only to be called in turn.
  private func write(
    _ type: CoachEvent.Kind, node: String? = nil, _ data: JSONObject,
    keep: (CoachEvent) async throws -> Void
  ) async throws {
    var full = data
    if let node { full["node"] = .string(node) }
    let data = scrubber.scrub(full)
    let told = Telling(type: type, node: data["node"]?.string, topic: data["topic_key"]?.string)
    guard isNew(told, data) else { return }
    let event = CoachEvent(
      seq: record.events.count + 1, session: record.session, timestamp: clock.timestamp(), type: type,
      data: data)
    try await keep(event)
    tellings[told, default: []].append(record.events.count)
    record.events.append(event)
    listener?(.event(event))
    logger.debug(
      "\(type.rawValue)", metadata: ["node": "\(node ?? "session")", "seq": "\(event.seq)"])
  }

  /// Whether an event is not in the log yet.
  ///
  /// A task that is tried again, or a session that is resumed, goes the same way once more; what it told before is not
  /// told twice. No two events of one session are alike but so.
  private func isNew(_ told: Telling, _ data: JSONObject) -> Bool {
    !tellings[told, default: []].contains { record.events[$0].data == data }
  }

  /// Shows sentences of an artifact that is still being proved; nothing is kept of them.
  func show(_ sentences: [String], of topicKey: String) {
    guard let listener else { return }
    for (index, sentence) in sentences.enumerated() {
      listener(
        .text(
          TextDelta(
            session: record.session, topicKey: topicKey, index: index, text: scrubber.scrub(sentence))))
    }
  }

  /// Notes the start of a task.
  func start(_ node: String) async throws {
    starts[node] = clock.nanoseconds()
    try await emit(.agentStarted, node: node)
  }

  /// Notes the end of a task; `data` is what it reports.
  func end(_ node: String, _ data: JSONObject) async throws {
    let began = starts[node] ?? startedAt
    record.timings.nodes.append(
      .init(
        id: node, startMilliseconds: milliseconds(from: startedAt, to: began),
        milliseconds: milliseconds(from: began, to: clock.nanoseconds())))
    try await emit(.agentFinished, node: node, data)
  }

  /// Keeps facts that were given rather than computed.
  func add(given facts: FactSet) {
    known = Dictionary(facts.facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Keeps what a tool computed.
  ///
  /// - Throws: `CoachError` with code `duplicate_fact` when another fact of that id is there already.
  func add(facts: [Fact], from call: JournaledCall) throws {
    let new = try FactSet(facts.filter { known[$0.id] != $0 })
    if let fact = new.facts.first(where: { known[$0.id] != nil }) {
      throw CoachError(.duplicateFact, "two facts have the id \(fact.id); ids are unique in a run")
    }
    for fact in new.facts { known[fact.id] = fact }
    factIDs[call.node, default: []].formUnion(facts.map(\.id))
    if toolCalls.insert(call.key).inserted { record.toolCalls += 1 }
  }

  /// What the tasks computed that a task waits for, and those they waited for.
  ///
  /// Neither its own earlier attempts nor tasks beside it are among them, so that it is given the same each time.
  func facts(before node: TaskGraph.Node) throws -> FactSet {
    var ids: Set<String> = []
    var tasks = node.after
    var seen: Set<String> = []
    while let task = tasks.popLast() {
      guard seen.insert(task).inserted else { continue }
      ids.formUnion(factIDs[task, default: []])
      tasks += record.plan.nodes.first { $0.id == task }?.after ?? []
    }
    return try FactSet(ids.compactMap { known[$0] })
  }

  /// Keeps a model call and tells of its result.
  func add(call: ModelCall) async throws {
    let scrubbed = ModelCall(
      node: call.node, topicKey: call.topicKey, attempt: call.attempt, purpose: call.purpose,
      prompt: call.prompt,
      completion: scrubber.scrub(call.completion), model: call.model, usage: call.usage, finish: call.finish,
      fault: call.fault)
    let isRepeated = record.calls.contains {
      $0.node == call.node && $0.topicKey == call.topicKey && $0.attempt == call.attempt
        && ($0.purpose == .critique) == (call.purpose == .critique)
    }
    if !isRepeated {
      record.calls.append(scrubbed)
      record.usage += call.usage
    }
    var data: JSONObject = [
      "topic_key": .string(call.topicKey), "attempt": .number(JSONNumber(call.attempt)),
      "model": .string(call.model), "finish": .string(call.finish),
      "input_tokens": .number(JSONNumber(call.usage.inputTokens)),
      "output_tokens": .number(JSONNumber(call.usage.outputTokens)),
      "estimated": .bool(call.usage.estimated),
    ]
    if call.purpose == .critique { data["purpose"] = .string(call.purpose.rawValue) }
    try await emit(.modelResult, node: call.node, data)
  }

  /// Keeps what the rails said of an attempt and tells of it.
  func add(verdict: AttemptVerdict) async throws {
    let encoded = try JSONValueEncoder().encode(verdict)
    let changed = scrubber.changed(encoded)
    guard case .object(var data) = changed ?? encoded else { return }
    let verdict = try changed.map { try JSONValueDecoder().decode(AttemptVerdict.self, from: $0) } ?? verdict
    if !record.verdicts.contains(verdict) { record.verdicts.append(verdict) }
    data["node"] = nil
    try await emit(.guardrailVerdict, node: verdict.node, data)
  }

  /// Stores an artifact and that it was told, then tells of it: nothing is published that is not kept.
  func publish(_ publication: Publication, by writer: ArtifactWriter, of node: String) async throws {
    let artifact = publication.artifact
    let type: CoachEvent.Kind =
      if case .insight = artifact { .artifactInsight } else { .artifactRecommendation }
    let data: JSONObject = [
      "topic_key": .string(artifact.topicKey), "writer": .string(writer.author.rawValue),
      "artifact": try artifact.json(),
    ]
    try await inTurn {
      guard !published.contains(where: { $0.artifact.topicKey == artifact.topicKey }) else { return }
      if let before = stored[artifact.topicKey], before != artifact {
        throw CoachError(.conflict, "\(artifact.topicKey) was published with other words before")
      }
      try await write(type, node: AgentName.qaCitation, data) {
        try await store.publish(publication, with: $0, as: owner)
      }
      published.append(Published(node: node, artifact: artifact, writer: writer))
      if record.timings.firstArtifactMilliseconds == nil {
        record.timings.firstArtifactMilliseconds = milliseconds(from: startedAt, to: clock.nanoseconds())
      }
    }
  }

  /// Keeps the report of QA & citation.
  func add(qa report: QaReport) {
    record.qa = report
  }

  /// Puts what side-by-side tasks did into the order of the plan; within a task the order is that of doing.
  private func settle() {
    let places = Dictionary(
      record.plan.nodes.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func ordered<Element>(_ elements: [Element], _ node: (Element) -> String) -> [Element] {
      elements.enumerated().sorted { left, right in
        let (first, second) = (places[node(left.element)] ?? 0, places[node(right.element)] ?? 0)
        return first == second ? left.offset < right.offset : first < second
      }.map(\.element)
    }
    record.facts = known.values.sorted { $0.id < $1.id }
    // Every task's call counts, also of what another task had asked before: a count by new facts would hang on who was
    // first. A result told in several events is one call.
    record.toolCalls = record.events.count { $0.type == .toolResult && $0.data["part"] ?? 1 == 1 }
    record.calls = ordered(record.calls, \.node)
    record.verdicts = ordered(record.verdicts, \.node)
    for publication in ordered(published, \.node) {
      switch publication.artifact {
      case .insight(let insight): record.artifacts.insights.append(insight)
      case .recommendation(let recommendation): record.artifacts.recommendations.append(recommendation)
      }
      record.writers.append(publication.writer)
    }
  }

  /// Ends the session with its one terminal event and gives the record.
  ///
  /// - Parameter details: what the terminal event tells beside an error.
  func finish(_ outcome: RunRecord.Outcome, error: CoachError? = nil, details: JSONObject = [:]) async throws
    -> RunRecord
  {
    settle()
    record.outcome = outcome
    record.error = error.map { .init(code: $0.code.description, message: scrubber.scrub($0.message)) }
    try await emit(
      .usage,
      [
        "calls": .number(JSONNumber(record.usage.calls)),
        "input_tokens": .number(JSONNumber(record.usage.inputTokens)),
        "output_tokens": .number(JSONNumber(record.usage.outputTokens)),
        "tool_calls": .number(JSONNumber(record.toolCalls)), "estimated": .bool(record.usage.estimated),
      ])
    record.timings.totalMilliseconds = milliseconds(from: startedAt, to: clock.nanoseconds())
    let ending = SessionEnding(
      outcome: outcome, usage: record.usage, errorCode: record.error?.code, endedAt: clock.timestamp())
    let told: JSONObject =
      record.error.map { ["code": .string($0.code), "message": .string($0.message)] } ?? details
    try await inTurn {
      try await write(Self.terminal(outcome), told) {
        try await store.finish(with: $0, ending: ending, as: owner)
      }
    }
    return record
  }

  private static func terminal(_ outcome: RunRecord.Outcome) -> CoachEvent.Kind {
    switch outcome {
    case .completed: .sessionCompleted
    case .failed: .sessionFailed
    case .cancelled: .sessionCancelled
    case .budgetExhausted: .sessionBudgetExhausted
    }
  }

  private func milliseconds(from start: UInt64, to end: UInt64) -> Double {
    Double(end >= start ? end - start : 0) / 1_000_000
  }
}
