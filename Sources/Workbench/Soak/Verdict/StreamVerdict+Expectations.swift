import JSONKit
import Scoring

extension StreamVerdict {
  /// A session that was cancelled may have been done before; one that goes on longer was not cancelled.
  private static let cancelGrace = 5_000.0

  /// Whether the session ended as its client's behaviour asks for.
  ///
  /// - Parameter isShared: whether it ran out of a cap it had to keep together with others, which may happen to any.
  static func terminalFindings(
    _ transcript: SessionTranscript, _ log: SessionLog, ranOutOfSharedCap isShared: Bool
  ) -> [StreamFinding] {
    func wrong(_ message: String) -> [StreamFinding] { [StreamFinding(kind: "terminal", message: message)] }
    let outcome = transcript.outcome
    if isShared { return [] }
    switch log.plan.behaviour {
    case .plain, .slow, .drop, .duplicate:
      return outcome == .completed ? [] : wrong("the session ended as \(outcome.rawValue), not completed")
    case .exhaust:
      guard outcome == .budgetExhausted else {
        return wrong("the session ended as \(outcome.rawValue) under a cap it was to run out of")
      }
      let isKept = !(transcript.insights + transcript.recommendations).isEmpty
      return isKept ? [] : wrong("no artifact was kept of the session that ran out of budget")
    case .cancel:
      if outcome == .cancelled { return [] }
      let late = SoakTime.milliseconds(from: log.cancelled ?? log.begun, to: log.events.last?.at ?? log.begun)
      return outcome == .completed && late < cancelGrace
        ? [] : wrong("the session was cancelled and ended as \(outcome.rawValue)")
    }
  }

  /// A call whose result is on record is never made again, also not by an engine that took the session up.
  static func callFindings(_ transcript: SessionTranscript) -> [StreamFinding] {
    var seen: Set<[String]> = []
    return transcript.all("model.result").filter { $0.data["error"] == nil }.compactMap { event in
      let key = [
        event.node ?? "", event.topicKey ?? "", event.data["purpose"]?.string ?? "",
        event.data["attempt"]?.int.map(String.init) ?? "",
      ]
      guard !seen.insert(key).inserted else { return nil }
      return StreamFinding(
        kind: "calls", message: "a result of \(key[0]), \(key[1]), attempt \(key[3]) is told twice")
    }
  }

  /// Two requests under one key are one session, and one of the answers says so.
  ///
  /// Both do when the answer that told of the beginning was lost with its connection and the request was sent again.
  static func twinFindings(_ log: SessionLog) -> [StreamFinding] {
    guard let twins = log.twins else { return [] }
    if Set(twins.sessions).count != 1 {
      return [StreamFinding(kind: "idempotency", message: "one key began two sessions")]
    }
    guard twins.repeats == 1 || (twins.repeats == 2 && log.callsRepeated > 0) else {
      return [
        StreamFinding(
          kind: "idempotency", message: "\(twins.repeats) of two answers under one key were told as repeats")
      ]
    }
    return []
  }

  /// What is asked of a session that wrote some of its artifacts without a model.
  private static let provenChecks = ["schema", "facts", "grounded", "forbidden", "not-contains", "not-regex"]

  /// The case's own checks, as far as the session's end lets them be asked; `schema` always.
  static func checkFindings(
    _ transcript: SessionTranscript, _ member: SoakSuite.Member, ranOutAsExpected isExpected: Bool,
    _ suite: SoakSuite
  ) -> [StreamFinding] {
    let observation = Observation(
      transcript, provenance: .live, schemas: suite.schemas, expected: member.expected, costMicros: nil)
    let asked = member.test.checks.filter { check in
      switch transcript.outcome {
      case .completed: true
      case .budgetExhausted: !isExpected || provenChecks.contains(check.name)
      case .cancelled, .failed: check.name == "schema"
      }
    }
    var specs = asked
    if !asked.contains(where: { $0.name == "schema" }), let schema = try? CheckSpec("schema") {
      specs.insert(schema, at: 0)
    }
    return specs.map { $0.evaluate(observation) }
      .filter { $0.status == .failed || $0.status == .error }
      .map { StreamFinding(kind: $0.check, message: $0.message) }
  }
}
