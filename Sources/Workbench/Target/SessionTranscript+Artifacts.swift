import JSONKit

extension SessionTranscript {
  /// Insights in the order of the plan.
  var insights: [JSONValue] {
    published.filter { $0.type == "artifact.insight" }.compactMap { $0.data["artifact"] }
  }

  /// Recommendations in the order of the plan.
  var recommendations: [JSONValue] {
    published.filter { $0.type == "artifact.recommendation" }.compactMap { $0.data["artifact"] }
  }

  /// Who wrote each artifact: `{topic_key, writer, attempts}`.
  var writers: [JSONValue] {
    published.map { event in
      .object([
        "topic_key": event.data["topic_key"] ?? .null, "writer": event.data["writer"] ?? .null,
        "attempts": .number(JSONNumber(attempts(at: event))),
      ])
    }
  }

  private var published: [HeardEvent] {
    inPlanOrder(events.filter { $0.type == "artifact.insight" || $0.type == "artifact.recommendation" }) {
      writingNode(of: $0)
    }
  }

  /// The task that wrote an artifact: it is published in that of QA & citation, so the rails' verdict tells.
  ///
  /// A topic the model was never asked for has no verdict; its agent then names the task.
  private func writingNode(of event: HeardEvent) -> String? {
    if let node = attemptsJudged(of: event).first?.node { return node }
    let agent = event.data["artifact"]?["agent"]?.string ?? Self.adviser
    return nodes.first { $0.agent == agent }?.id
  }

  /// The agent whose artifacts, recommendations, do not name it.
  private static let adviser = "recommendation"

  /// How often the model was asked: up to the last accepted attempt, or all of them before the template.
  private func attempts(at event: HeardEvent) -> Int {
    let judged = attemptsJudged(of: event)
    guard event.data["writer"]?.string == "model" else { return judged.count }
    return (judged.last { $0.data["accepted"]?.bool == true }?.data["attempt"]?.int ?? 0) + 1
  }

  private func attemptsJudged(of event: HeardEvent) -> [HeardEvent] {
    events.filter { $0.type == "guardrail.verdict" && $0.topicKey == event.topicKey }
  }
}
