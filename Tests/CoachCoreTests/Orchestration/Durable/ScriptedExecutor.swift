import JSONKit
import Synchronization

@testable import CoachCore

/// Follows the script of each task as an agent's session would: calls first, then what they bring is published.
struct ScriptedExecutor: Sendable {
  let run: ScriptedRun
  let recorder: SessionRecorder
  let caller: ModelCaller
  let tools: ToolBox

  func perform(_ node: TaskGraph.Node, _ mode: RunDriver.Mode) async throws {
    if mode == .giveUp { return try await recorder.end(node.id, ["error": "deadline"]) }
    try Task.checkCancellation()
    try await recorder.start(node.id)
    do {
      for (index, step) in (run.steps[node.id] ?? []).enumerated() {
        try Task.checkCancellation()
        let topic = "goal:\(node.id):t\(index)"
        switch step {
        case .tool(let fails):
          _ = try await tools.call(
            ScriptedTool(node: node.id, index: index, fails: fails, calls: run.calls, run: run), for: node.id)
        case .topic(let failures): try await write(topic, "fail \(failures)", node.id, mode)
        case .slowTopic(let hangs): try await write(topic, "hang \(hangs)", node.id, mode)
        case .dearTopic: try await write(topic, "dear 0", node.id, mode)
        case .deaf: try await write(topic, "deaf 0", node.id, mode)
        }
      }
      try await recorder.end(node.id, [:])
    } catch let error as CoachError where error.code == .toolFailed {
      try await recorder.end(node.id, ["error": .string(error.code.description)])
      throw error
    }
  }

  private func write(_ topic: String, _ script: String, _ node: String, _ mode: RunDriver.Mode) async throws {
    let messages = [ModelMessage(role: .user, text: "\(node) \(topic) \(script)")]
    let hash = try ContentHash.sha256(canonical: JSONValueEncoder().encode(messages))
    let question = ModelCaller.Question(
      node: node, topicKey: topic, attempt: 0, messages: messages, hash: hash)
    var answer: ModelResponse?
    do {
      answer = mode == .model ? try await caller.ask(question) : try await caller.recorded(question)
    } catch let error as CoachError where CallAdmission.isRefusal(error) {}
    if let answer {
      try await recorder.add(
        call: ModelCall(
          node: node, topicKey: topic, attempt: 0, purpose: .draft,
          prompt: .init(hash: hash, messages: messages),
          completion: answer.text, model: "scripted", usage: answer.usage, finish: answer.finish))
      try caller.control.checkHalted()
    }
    let insight = try JSONValueDecoder().decode(
      Insight.self,
      from: [
        "schema": "insight/1", "id": .string("i-\(run.seed)-\(topic)"), "agent": "goal_insights",
        "scope": "goal", "scope_ref": "g1", "topic_key": .string(topic), "severity": "info", "title": "t",
        "body_md": .string(answer?.text ?? "from the template"), "claims": [], "citations": [],
        "assumptions": [], "caveats": [], "disclaimers": [], "as_of": "2026-08-14", "language": "en",
      ])
    try await recorder.publish(
      Publication(artifact: .insight(insight)),
      by: ArtifactWriter(topicKey: topic, author: answer == nil ? .template : .model, attempts: 1), of: node)
  }
}

/// Every call that was really made, and what should not have happened.
final class CallLog: Sendable {
  private struct State {
    var made: [String: Int] = [:]
    var faults: [String] = []
  }

  private let state = Mutex(State())

  /// Notes a call that begins.
  func begin(_ call: String, cameBack: Bool) {
    state.withLock { state in
      state.made[call, default: 0] += 1
      if cameBack { state.faults.append("\(call) had come back and was made again") }
    }
  }

  /// How often each call was made.
  var made: [String: Int] { state.withLock(\.made) }
  var faults: [String] { state.withLock(\.faults) }
  var total: Int { made.values.reduce(0, +) }
}

struct ScriptedTool: CoachTool {
  static var name: String { "scripted" }
  static var version: String { "1" }

  let node: String
  let index: Int
  let fails: Bool
  let calls: CallLog
  let run: ScriptedRun

  var arguments: JSONObject { ["index": .number(JSONNumber(index)), "node": .string(node)] }

  func run() async throws -> [Fact] {
    calls.begin("\(node)/scripted.\(index)", cameBack: false)
    for _ in 0..<index { await Task.yield() }
    if fails { throw CoachError(.toolFailed, "\(node).\(index) fails") }
    return [SampleFacts.fact("\(node).f\(index)", "\(index)", .count)]
  }
}

/// Answers as the script says.
///
/// What it does depends on what the store knows, so that a call that is made again because its end was lost goes as the
/// first one did.
struct ScriptedModel: LanguageModel {
  let run: ScriptedRun
  var name: String { "scripted" }
  var provenance: String { "embedded" }

  /// Keeps those who wait for ever from being collected.
  private static let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let words = request.messages[0].text.split(separator: " ").map(String.init)
    let (node, topic, count) = (words[0], words[1], Int(words[3]) ?? 0)
    let journal = try run.base.journal(session: run.session, as: run.owner)
    let tries = journal.filter { $0.key.hasPrefix("\(node)/\(topic)@0/") }
    run.calls.begin("\(node)/\(topic)@0", cameBack: tries.contains { $0.state == .result })
    for _ in 0..<topic.utf8.count % 5 { await Task.yield() }
    switch words[2] {
    case "deaf":
      await withCheckedContinuation { forever in Self.waiting.withLock { $0.append(forever) } }
    case "hang":
      let overdue = journal.filter { $0.key.hasPrefix("\(node)/deadline#") }.count
      if overdue < count, let manual = run.manual {
        await manual.untilSomebodySleeps(run.limits.retries.deadline)
        manual.advance(by: run.limits.retries.deadline)
        try await Task.sleep(for: .seconds(3_600))
      }
    default:
      if tries.filter({ $0.state == .failure }).count < count { throw CoachError(.modelFailed, "no answer") }
    }
    let tokens = words[2] == "dear" ? 1_000_000 : 2
    return ModelResponse(
      text: "what there is to say of \(topic)",
      usage: TokenUsage(calls: 1, inputTokens: 3, outputTokens: tokens), finish: "stop")
  }
}
