import JSONKit

/// The run stayed within its caps: `{budget: {tokens: 8000, cost: 0.02, calls: 12}}`.
///
/// Tokens are input plus output, cost is in US dollars. A cost cap on a run without a price is an error: an unknown
/// price is not a price of zero.
struct BudgetCheck: Check {
  let name = "budget"
  let passesOnAbsence = true
  private let tokens: Int?
  private let dollars: Double?
  private let calls: Int?

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options else { throw ScoringError(.missingKey, "`budget` needs `tokens`, `cost` or `calls`") }
    try options.requireObject(of: ["tokens", "cost", "calls"])
    tokens = try options["tokens"].map { (reader) throws(ScoringError) in try reader.count() }
    dollars = try options["cost"].map { (reader) throws(ScoringError) in try reader.dollars() }
    calls = try options["calls"].map { (reader) throws(ScoringError) in try reader.count() }
    guard tokens != nil || dollars != nil || calls != nil else {
      throw options.refused(.missingKey, "give a cap: `tokens`, `cost` or `calls`")
    }
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let usage = observation.usage
    let place = JSONPointer(tokens: ["usage"])
    var findings: [CheckFinding] = []
    if let tokens {
      let (sum, overflow) = usage.inputTokens.addingReportingOverflow(usage.outputTokens)
      let used = overflow ? Int.max : sum
      if used > tokens {
        let how = usage.estimated ? " (estimated)" : ""
        findings.append(CheckFinding("\(used.counted("token"))\(how), cap \(tokens)", at: place))
      }
    }
    if let calls, usage.calls > calls {
      findings.append(
        CheckFinding("\(usage.calls.counted("call")), cap \(calls)", at: place.appending("calls")))
    }
    if let dollars {
      guard let micros = observation.costMicros else {
        return findings.isEmpty
          ? CheckResult(name, .error, "the run has no price, so a cost cap cannot be judged")
          : CheckResult(name, findings: findings)
      }
      if Double(micros) > (dollars * 1_000_000).rounded() {
        findings.append(
          CheckFinding(
            "cost \(Money.dollars(micros)), cap \(Money.dollars(dollars))", at: place.appending("cost_micros")
          ))
      }
    }
    return CheckResult(name, findings: findings)
  }
}
