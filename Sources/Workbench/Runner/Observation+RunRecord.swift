import CoachCore
import Finance
import JSONKit
import Scoring

extension Observation {
  /// The one place where the engine's record becomes what Scoring judges: as JSON, so that the grader shares no type
  /// and no bug with the graded.
  ///
  /// - Parameters:
  ///   - record: the run as JSON.
  ///   - run: the same run, for the figures a check compares.
  ///   - schemas: the contracts' schemas by name.
  ///   - expected: what the portfolio's author worked out, for a session.
  ///   - costMicros: what the run cost, nil when nothing prices it.
  init(
    _ record: JSONObject, of run: RunRecord, schemas: [String: JSONSchema], expected: ExpectedFacts?,
    costMicros: Int64?
  ) {
    self.init(
      kind: run.kind == .session ? .session : .agent, outcome: Outcome(run.outcome),
      provenance: Provenance(rawValue: run.provenance) ?? .live)
    facts = record["facts"]?.array ?? []
    artifacts =
      (record["artifacts"]?["insights"]?.array ?? []) + (record["artifacts"]?["recommendations"]?.array ?? [])
    events = record["events"]?.array ?? []
    plan = record["plan"] ?? .null
    verdicts = record["verdicts"]?.array ?? []
    let calls = record["calls"]?.array ?? []
    faults = calls.compactMap(Self.fault)
    prompts = calls.flatMap { $0["prompt"]?["messages"]?.array ?? [] }
      .filter { $0["role"]?.string != "assistant" }.compactMap { $0["text"]?.string }
    writers = record["writers"]?.array ?? []
    usage = Usage(
      inputTokens: run.usage.inputTokens, outputTokens: run.usage.outputTokens, calls: run.usage.calls,
      estimated: run.usage.estimated)
    self.costMicros = costMicros
    totalMilliseconds = run.timings.totalMilliseconds
    firstArtifactMilliseconds = run.timings.firstArtifactMilliseconds
    self.schemas = schemas
    expectedFacts = expected?.facts ?? [:]
    absentFacts = expected?.absent ?? []
    forbidden = expected?.forbidden ?? []
  }

  /// The fault of a call, with what names its attempt.
  private static func fault(_ call: JSONValue) -> JSONValue? {
    guard case .object(var fault)? = call["fault"] else { return nil }
    for key in ["node", "topic_key", "attempt"] { fault[key] = call[key] }
    return .object(fault)
  }
}

extension Observation.Outcome {
  fileprivate init(_ outcome: RunRecord.Outcome) {
    self =
      switch outcome {
      case .completed: .completed
      case .failed: .failed
      case .cancelled: .cancelled
      case .budgetExhausted: .budgetExhausted
      }
  }
}
