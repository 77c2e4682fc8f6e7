import JSONKit

/// A session that was killed and taken up ends as one that was left alone: the same canonical record, no event lost, no
/// call that had come back made again, and each that was in flight reported.
struct ResumedCheck: Check {
  let name = "resumed"
  let passesOnAbsence = false

  init(_ options: SpecReader?) throws(ScoringError) {
    try options?.requireNothing()
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard let run = context.evidence.resumed else {
      return CheckResult(name, .error, "the session was not killed; the check belongs to `interrupt`")
    }
    let events = JSONPointer(tokens: ["events"])
    var findings: [CheckFinding] = []
    if let difference = GoldenDifference.first(expected: run.uninterrupted, actual: run.canonical) {
      findings.append(
        CheckFinding("differs from the uninterrupted session: \(difference)", at: difference.pointer))
    }
    if !observation.events.starts(with: run.eventsBefore) {
      findings.append(CheckFinding("an event that was told before the kill is lost or changed", at: events))
    }
    let returned = Set(run.returned)
    for call in run.begun.sorted() where returned.contains(call) {
      findings.append(CheckFinding("\(call) had come back and was made again", at: events))
    }
    let reported = observation.events.filter { $0["type"]?.string == "call.possibly_paid_twice" }.count
    if reported != run.inFlight.count {
      findings.append(
        CheckFinding(
          "\(run.inFlight.count.counted("call")) in flight at the kill, \(reported) reported", at: events))
    }
    return CheckResult(name, findings: findings)
  }
}
