import JSONKit

/// The store holds what the record says and nothing else: every event, and every artifact an event tells of.
///
/// That is what makes a session that was cut off whole: nothing half-written, nothing written after its end.
struct StoredCheck: Check {
  let name = "stored"
  let passesOnAbsence = false

  init(_ options: SpecReader?) throws(ScoringError) {
    try options?.requireNothing()
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard let stored = context.evidence.stored else {
      return CheckResult(name, .error, "nobody looked into the store; the check belongs to sessions")
    }
    var findings: [CheckFinding] = []
    if let difference = GoldenDifference.first(
      expected: .array(observation.events), actual: .array(stored.events))
    {
      findings.append(
        CheckFinding(
          "the store's events are not the record's, first at \(difference.pointer)",
          at: JSONPointer(tokens: ["events"] + difference.pointer.tokens)))
    }
    let (told, kept) = (Self.byTopic(observation.artifacts), Self.byTopic(stored.artifacts))
    let place = JSONPointer(tokens: ["artifacts"])
    for topic in Set(told.keys).union(kept.keys).sorted() where told[topic] != kept[topic] {
      let what =
        kept[topic] == nil ? "is not in the store" : told[topic] == nil ? "is only in the store" : "differs"
      findings.append(CheckFinding("\(topic) \(what)", at: place))
    }
    let announced = observation.events.filter {
      $0["type"]?.string?.hasPrefix("artifact.") == true
    }.compactMap { $0["data"]?["topic_key"]?.string }
    if announced.sorted() != stored.artifacts.compactMap({ $0["topic_key"]?.string }).sorted() {
      findings.append(
        CheckFinding(
          "\(stored.artifacts.count.counted("artifact")) in the store, "
            + "\(announced.count.counted("event")) that tell of one", at: place))
    }
    return CheckResult(name, findings: findings)
  }

  private static func byTopic(_ artifacts: [JSONValue]) -> [String: String] {
    Dictionary(
      artifacts.map { ($0["topic_key"]?.string ?? "", $0.compact()) }, uniquingKeysWith: { "\($0)\($1)" })
  }
}
