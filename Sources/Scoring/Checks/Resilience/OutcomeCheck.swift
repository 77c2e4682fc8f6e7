import JSONKit

/// The run ended as it should, and its one terminal event says so: `{outcome: cancelled}`.
struct OutcomeCheck: Check {
  let name = "outcome"
  let passesOnAbsence = false
  private let expected: Observation.Outcome

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options else {
      let known = Observation.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
      throw ScoringError(.missingKey, "`outcome` needs one of \(known)")
    }
    expected = try options.word(Observation.Outcome.self)
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    var findings: [CheckFinding] = []
    if observation.outcome != expected {
      findings.append(
        CheckFinding(
          "the run ended \(observation.outcome.rawValue), expected \(expected.rawValue)",
          at: JSONPointer(tokens: ["outcome"])))
    }
    return CheckResult(name, findings: findings + EventSequence(observation).findings)
  }
}
