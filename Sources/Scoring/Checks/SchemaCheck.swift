import JSONKit

/// Every fact, artifact and event keeps its contract, and the events tell a whole story.
///
/// Exactly one terminal event, last, naming the outcome; sequence numbers from 1 without a gap (domain rules §6).
/// `text.delta` is ephemeral: it has no number and may be absent.
struct SchemaCheck: Check {
  let name = "schema"
  let passesOnAbsence = false

  init(_ options: SpecReader?) throws(ScoringError) {
    try options?.requireNothing()
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    var findings: [CheckFinding] = []
    var missing: [String] = []
    func validate(_ value: JSONValue, as contract: String, at pointer: JSONPointer) {
      guard let schema = observation.schemas[contract] else {
        if !missing.contains(contract) { missing.append(contract) }
        return
      }
      for violation in schema.validate(value) {
        let place = JSONPointer(tokens: pointer.tokens + violation.instance.tokens)
        findings.append(CheckFinding("\(place): \(violation.message) (\(contract))", at: place))
      }
    }
    for (index, fact) in observation.facts.enumerated() {
      validate(fact, as: "fact/1", at: JSONPointer(tokens: ["facts", String(index)]))
    }
    for (index, artifact) in observation.artifacts.enumerated() {
      let pointer = JSONPointer(tokens: ["artifacts", String(index)])
      if let contract = artifact["schema"]?.string {
        validate(artifact, as: contract, at: pointer)
      } else {
        findings.append(CheckFinding("\(pointer): the artifact names no schema", at: pointer))
      }
    }
    for (index, event) in observation.events.enumerated() {
      validate(event, as: "event/1", at: JSONPointer(tokens: ["events", String(index)]))
    }
    findings += observation.factIndex.duplicates.map {
      CheckFinding("two facts have the id \($0)", at: JSONPointer(tokens: ["facts"]))
    }
    findings += EventSequence(observation).findings
    if findings.isEmpty, let contract = missing.first {
      return CheckResult(
        name, .error, "no schema named \(contract) was supplied, so its contract is unproved")
    }
    return CheckResult(name, findings: findings)
  }
}
