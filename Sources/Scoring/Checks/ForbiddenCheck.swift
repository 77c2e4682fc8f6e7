import JSONKit

/// None of the portfolio's forbidden phrases, nor of the case's own (`{forbidden: [risk-free]}`), is said anywhere.
///
/// Read as a person reads: whatever the letter case, width, invisible characters and white space. Streamed text
/// counts, since it cannot be recalled.
struct ForbiddenCheck: Check {
  let name = "forbidden"
  let passesOnAbsence = true
  private let phrases: [String]

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options, !options.value.isNull else {
      phrases = []
      return
    }
    phrases = try options.phrases()
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let phrases = (observation.forbidden + phrases).map { (text: $0, folded: FoldedText($0)) }
    if phrases.isEmpty { return CheckResult(name, .skipped, "no phrase is forbidden in this case") }
    if phrases.contains(where: { $0.folded.isEmpty }) {
      return CheckResult(name, .error, "a forbidden phrase is empty, and would be found everywhere")
    }
    let findings = (observation.prose + observation.streamedProse).flatMap { field in
      let text = FoldedText(field.text)
      return phrases.filter { text.contains($0.folded) }.map {
        CheckFinding("forbidden \"\($0.text)\" at \(field.pointer)", at: field.pointer)
      }
    }
    return CheckResult(name, findings: findings)
  }
}
