import JSONKit

/// What code decided is what the case's golden says.
///
/// A golden that does not exist yet is a failure, not a pass.
struct GoldenCheck: Check {
  let name = "golden"
  let passesOnAbsence = false
  let options: GoldenOptions

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options, !options.value.isNull else {
      self.options = GoldenOptions()
      return
    }
    self.options = try GoldenOptions(options)
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard let golden = context.golden else { return CheckResult(name, .failed, "the case has no golden yet") }
    let projection = GoldenProjection(observation, options: options)
    let findings = GoldenDiff(options: options)
      .differences(expected: golden, actual: projection.value)
      .map { CheckFinding($0.description, at: $0.pointer) }
    return CheckResult(name, findings: findings)
  }
}

extension CheckSpec {
  /// How the case wants its golden compared and projected; nil for any other check.
  public var golden: GoldenOptions? { (check as? GoldenCheck)?.options }
}
