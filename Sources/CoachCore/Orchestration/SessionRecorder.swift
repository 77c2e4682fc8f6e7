import Foundation
import JSONKit
import Logging

/// The one writer of a session: numbers its events, makes them durable, and gathers the run record.
///
/// Everything that leaves a run passes through here, so personal data is scrubbed here, once, whatever part of the
/// engine it comes from.
actor SessionRecorder {
  private var record: RunRecord
  private let owner: Principal
  private let store: any CoachStore
  private let clock: RunClock
  private let scrubber: PIIScrubber
  private let logger: Logger
  private let startedAt: UInt64
  private var starts: [String: UInt64] = [:]

  init(
    record: RunRecord, owner: Principal, store: any CoachStore, clock: RunClock, scrubber: PIIScrubber,
    logger: Logger
  ) {
    self.record = record
    self.owner = owner
    self.store = store
    self.clock = clock
    self.scrubber = scrubber
    self.logger = logger
    self.startedAt = clock.nanoseconds()
    self.record.timings.startedAt = clock.timestamp()
  }

  /// Numbers an event, writes it to the store and only then lets it be seen.
  func emit(_ type: CoachEvent.Kind, node: String? = nil, _ data: JSONObject = [:]) async throws {
    var data = data
    if let node { data["node"] = .string(node) }
    let event = CoachEvent(
      seq: record.events.count + 1, session: record.session, timestamp: clock.timestamp(), type: type,
      data: scrubber.scrub(data))
    try store.append(event, as: owner)
    record.events.append(event)
    logger.debug("\(type.rawValue)", metadata: ["session": "\(record.session)", "seq": "\(event.seq)"])
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
  func add(given facts: [Fact]) {
    record.facts = facts
  }

  /// Keeps what a tool computed.
  func add(facts: [Fact]) {
    record.facts = (record.facts + facts).sorted { $0.id < $1.id }
    record.toolCalls += 1
  }

  /// Keeps a model call and tells of its result.
  func add(call: ModelCall) async throws {
    let scrubbed = ModelCall(
      node: call.node, topicKey: call.topicKey, attempt: call.attempt, purpose: call.purpose,
      prompt: call.prompt,
      completion: scrubber.scrub(call.completion), model: call.model, usage: call.usage, finish: call.finish)
    record.calls.append(scrubbed)
    record.usage += call.usage
    try await emit(
      .modelResult, node: call.node,
      [
        "topic_key": .string(call.topicKey), "attempt": .number(JSONNumber(call.attempt)),
        "model": .string(call.model), "finish": .string(call.finish),
        "input_tokens": .number(JSONNumber(call.usage.inputTokens)),
        "output_tokens": .number(JSONNumber(call.usage.outputTokens)),
        "estimated": .bool(call.usage.estimated),
      ])
  }

  /// Keeps what the rails said of an attempt and tells of it.
  func add(verdict: AttemptVerdict) async throws {
    guard case .object(let scrubbed) = scrubber.scrub(try JSONValueEncoder().encode(verdict)) else { return }
    record.verdicts.append(try JSONValueDecoder().decode(AttemptVerdict.self, from: .object(scrubbed)))
    var data = scrubbed
    data["node"] = nil
    try await emit(.guardrailVerdict, node: verdict.node, data)
  }

  /// Stores an insight, then tells of it: nothing is published that is not kept.
  func publish(_ insight: Insight, by writer: ArtifactWriter, node: String) async throws {
    try store.save(insight, session: record.session, as: owner)
    record.artifacts.insights.append(insight)
    record.writers.append(writer)
    if record.timings.firstArtifactMilliseconds == nil {
      record.timings.firstArtifactMilliseconds = milliseconds(from: startedAt, to: clock.nanoseconds())
    }
    try await emit(
      .artifactInsight, node: node,
      [
        "topic_key": .string(insight.topicKey), "writer": .string(writer.author.rawValue),
        "artifact": try JSONValueEncoder().encode(insight),
      ])
  }

  /// Keeps the report of QA & citation.
  func add(qa report: QaReport) {
    record.qa = report
  }

  /// Ends the session with its one terminal event and gives the record.
  func finish(_ outcome: RunRecord.Outcome, error: CoachError? = nil) async throws -> RunRecord {
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
    try store.finishSession(
      record.session,
      ending: SessionEnding(
        outcome: outcome, usage: record.usage, errorCode: record.error?.code,
        endedAt: clock.timestamp()), as: owner)
    try await emit(
      Self.terminal(outcome),
      record.error.map { ["code": .string($0.code), "message": .string($0.message)] } ?? [:])
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
