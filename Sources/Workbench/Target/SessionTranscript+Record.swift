import JSONKit
import Scoring

extension SessionTranscript {
  /// The session as a `run/1` record, as far as its events tell it: no seed, and calls without prompt and completion.
  ///
  /// - Parameters:
  ///   - request: the request as it was sent.
  ///   - startedAt: when it was sent, ISO 8601.
  ///   - provenance: where the answers came from.
  func record(request: JSONObject, startedAt: String, provenance: Provenance) -> JSONObject {
    let usage = usage
    var record: JSONObject = [
      "schema": "run/1", "kind": "session", "request": .object(request), "plan": plan,
      "facts": .array(facts), "calls": .array(calls), "verdicts": .array(verdicts),
      "artifacts": ["insights": .array(insights), "recommendations": .array(recommendations)],
      "writers": .array(writers), "events": .array(events.map(\.json)),
      "usage": [
        "calls": .number(JSONNumber(usage.calls)), "input_tokens": .number(JSONNumber(usage.inputTokens)),
        "output_tokens": .number(JSONNumber(usage.outputTokens)), "estimated": .bool(usage.estimated),
      ],
      "tool_calls": .number(JSONNumber(toolCalls)), "provenance": .string(provenance.rawValue),
      "outcome": .string(outcome.rawValue), "timings": .object(timings(startedAt)),
    ]
    record["session"] = events.first?.json["session"]
    for key in ["engine_version", "snapshot_hash", "model"] { record[key] = start[key] }
    if let variant = start["variant"] { record["prompts"] = ["variant": variant] }
    record["qa"] = qa
    if let failure {
      record["error"] = ["code": .string(failure.code), "message": .string(failure.message)]
    }
    return record
  }

  /// What is known of the calls of the model: whose they were, and what they took.
  private var calls: [JSONValue] {
    inPlanOrder(all("model.result").filter { $0.data["error"] == nil }) { $0.node }.map { event in
      var call = JSONObject()
      for key in ["node", "topic_key", "attempt", "purpose", "model", "finish"] {
        call[key] = event.data[key]
      }
      var usage: JSONObject = ["calls": 1]
      for key in ["input_tokens", "output_tokens", "estimated"] { usage[key] = event.data[key] }
      call["usage"] = .object(usage)
      return .object(call)
    }
  }

  /// Milliseconds from the request to the terminal event.
  var totalMilliseconds: Double { events.last?.milliseconds ?? 0 }

  /// Milliseconds from the request to the first artifact; nil when there was none.
  var firstArtifactMilliseconds: Double? { events.first { $0.type.hasPrefix("artifact.") }?.milliseconds }

  private func timings(_ startedAt: String) -> JSONObject {
    var timings: JSONObject = [
      "started_at": .string(startedAt), "total_ms": Self.number(totalMilliseconds),
      "nodes": .array(all("agent.started").compactMap(timing)),
    ]
    timings["first_artifact_ms"] = firstArtifactMilliseconds.map(Self.number)
    return timings
  }

  /// A task's time from its last start, as the client heard of it.
  private func timing(_ started: HeardEvent) -> JSONValue? {
    guard let node = started.node,
      let ended = all("agent.finished").last(where: { $0.node == node && $0.seq > started.seq }),
      !all("agent.started").contains(where: { $0.node == node && $0.seq > started.seq })
    else { return nil }
    return [
      "id": .string(node), "start_ms": Self.number(started.milliseconds),
      "ms": Self.number(ended.milliseconds - started.milliseconds),
    ]
  }

  private static func number(_ value: Double) -> JSONValue { JSONNumber(value).map { .number($0) } ?? .null }
}
