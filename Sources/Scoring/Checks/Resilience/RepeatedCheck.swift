import JSONKit

/// What the second of two requests under one idempotency key got: `{repeated: same_session}` or `{repeated: conflict}`.
struct RepeatedCheck: Check {
  private enum Expected: String, CaseIterable {
    /// The first one's session and record, without anything being done again.
    case sameSession = "same_session"
    /// A refusal, since it asked for something else.
    case conflict
  }

  let name = "repeated"
  let passesOnAbsence = false
  private let expected: Expected

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options else { throw ScoringError(.missingKey, "`repeated` needs same_session or conflict") }
    expected = try options.word(Expected.self)
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard let run = context.evidence.repeated else {
      return CheckResult(name, .error, "there was one request; the check belongs to `interrupt: {repeat: …}`")
    }
    let place = JSONPointer(tokens: ["events"])
    var findings: [CheckFinding] = []
    switch (expected, run.second) {
    case (.sameSession, nil):
      findings.append(CheckFinding("the repeat was refused: \(run.refusal ?? "no reason given")", at: place))
    case (.sameSession, let second?):
      if second.session != run.first.session {
        findings.append(CheckFinding("the repeat was answered by another session", at: place))
      } else if second.canonical != run.first.canonical {
        findings.append(CheckFinding("the repeat was answered by another record", at: place))
      }
    case (.conflict, _):
      if run.refusal != Expected.conflict.rawValue {
        let got = run.refusal.map { "refused as \($0)" } ?? "answered"
        findings.append(CheckFinding("another request under the same key was \(got)", at: place))
      }
    }
    if run.addedEvents != 0 {
      findings.append(
        CheckFinding("the second request added \(run.addedEvents.counted("event")) to the session", at: place)
      )
    }
    return CheckResult(name, findings: findings)
  }
}
