import JSONKit
import Scoring

/// A whole session as one who only hears its events knows it.
///
/// Nothing of the engine is behind it, so a coach in another process, or another implementation of the contract, is
/// judged as the engine in this process is. What does not travel in events (prompts, completions) it does not have.
struct SessionTranscript: Sendable {
  /// The events in order, the terminal one last.
  let events: [HeardEvent]
  /// How the session ended.
  let outcome: Observation.Outcome

  /// Reads the events of one session.
  ///
  /// Gaps and repeated numbers are left to the check `schema`, which tells them to whoever reads the report.
  ///
  /// - Throws: `TargetError` with code `target_malformed` when the last event is not a terminal one.
  init(_ events: [HeardEvent]) throws(TargetError) {
    guard let last = events.last, let outcome = Self.outcome(last.type) else {
      let place = events.last.map { "after event \($0.seq), \($0.type)" } ?? "before any event"
      throw TargetError(
        .malformed, "the stream ended \(place), without a terminal event; look into the log of the coach")
    }
    self.events = events
    self.outcome = outcome
  }

  /// The outcome a terminal event tells; nil for any other type.
  private static func outcome(_ type: String) -> Observation.Outcome? {
    let prefix = "session."
    guard type.hasPrefix(prefix) else { return nil }
    return Observation.Outcome(rawValue: String(type.dropFirst(prefix.count)))
  }

  /// What the session was begun with.
  var start: JSONObject { first("session.started")?.data ?? [:] }

  /// The task graph.
  var plan: JSONValue { first("plan.ready")?.data["plan"] ?? .null }

  /// The model that was asked, by name.
  var model: String? { start["model"]?.string }

  /// Every fact a tool told, once, by id in order; a result told in parts is one.
  var facts: [JSONValue] {
    var known: [String: JSONValue] = [:]
    var unnamed: [JSONValue] = []
    for fact in all("tool.result").flatMap({ $0.data["facts"]?.array ?? [] }) {
      guard let id = fact["id"]?.string else {
        unnamed.append(fact)
        continue
      }
      // Two facts under one id are kept both, for `schema` to object to.
      if let before = known[id] { if before != fact { unnamed.append(fact) } } else { known[id] = fact }
    }
    return known.sorted { $0.key < $1.key }.map(\.value) + unnamed
  }

  /// What the rails said of each attempt, in the order of the plan.
  var verdicts: [JSONValue] {
    inPlanOrder(all("guardrail.verdict")) { $0.node }.map { event in
      var verdict = JSONObject()
      for key in ["node", "topic_key", "attempt", "accepted", "rails"] { verdict[key] = event.data[key] }
      return .object(verdict)
    }
  }

  /// What QA & citation reported.
  var qa: JSONValue? { all("agent.finished").compactMap { $0.data["report"] }.last }

  /// Why it failed, when its end says so.
  var failure: (code: String, message: String)? {
    guard let end = events.last?.data, let code = end["code"]?.string, let message = end["message"]?.string
    else { return nil }
    return (code, message)
  }

  /// Tokens of all calls: as the coach added them up, or the sum of its calls where it was cut off before.
  var usage: Observation.Usage {
    guard let told = all("usage").last?.data else { return usage(of: nil) }
    return Observation.Usage(
      inputTokens: told["input_tokens"]?.int ?? 0, outputTokens: told["output_tokens"]?.int ?? 0,
      calls: told["calls"]?.int ?? 0, estimated: told["estimated"]?.bool ?? false)
  }

  /// Tokens of a task's calls; of all for nil.
  func usage(of node: String?) -> Observation.Usage {
    var sum = Observation.Usage(inputTokens: 0, outputTokens: 0, calls: 0, estimated: false)
    for event in all("model.result") where event.data["error"] == nil && (node == nil || event.node == node) {
      sum.calls += 1
      // A service may tell any number.
      sum.inputTokens = Self.sum(sum.inputTokens, event.data["input_tokens"]?.int)
      sum.outputTokens = Self.sum(sum.outputTokens, event.data["output_tokens"]?.int)
      sum.estimated = sum.estimated || event.data["estimated"]?.bool == true
    }
    return sum
  }

  /// A sum held at the largest number; what is missing or below nothing adds nothing.
  static func sum<Number: FixedWidthInteger>(_ left: Number, _ right: Number?) -> Number {
    let (sum, overflow) = left.addingReportingOverflow(max(0, right ?? 0))
    return overflow ? .max : sum
  }

  /// Tool calls; a result told in several events is one.
  var toolCalls: Int { all("tool.result").count { $0.data["part"]?.int ?? 1 == 1 } }

  func first(_ type: String) -> HeardEvent? { events.first { $0.type == type } }
  func all(_ type: String) -> [HeardEvent] { events.filter { $0.type == type } }

  /// The tasks of the plan, by their place in it.
  var nodes: [(id: String, agent: String)] {
    (plan["nodes"]?.array ?? []).compactMap { node in
      node["id"]?.string.map { (id: $0, agent: node["agent"]?.string ?? $0) }
    }
  }

  /// Puts what side-by-side tasks told into the order of the plan; within a task the order is that of telling.
  func inPlanOrder<Element>(_ elements: [Element], by node: (Element) -> String?) -> [Element] {
    let places = Dictionary(
      nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func place(_ element: Element) -> Int { node(element).flatMap { places[$0] } ?? 0 }
    return elements.enumerated().sorted { left, right in
      let (first, second) = (place(left.element), place(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}
