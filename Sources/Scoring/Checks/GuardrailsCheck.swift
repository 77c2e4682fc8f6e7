import JSONKit

/// The rails stepped in exactly as often as expected: `{guardrails: {rejected: 0, templates: 0}}`.
///
/// An option that is left out is not judged; without options the context's expectation holds. A failure names the
/// rail, its reason code and the words it objected to.
struct GuardrailsCheck: Check {
  let name = "guardrails"
  let passesOnAbsence = true
  private let expectation: GuardrailExpectation?

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options, !options.value.isNull else {
      expectation = nil
      return
    }
    try options.requireObject(of: ["rejected", "templates"])
    let expectation = GuardrailExpectation(
      rejected: try options["rejected"].map { (reader) throws(ScoringError) in try reader.count() },
      templates: try options["templates"].map { (reader) throws(ScoringError) in try reader.count() })
    guard expectation != GuardrailExpectation() else {
      throw options.refused(.missingKey, "say how many are expected: `rejected`, `templates` or both")
    }
    self.expectation = expectation
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let expectation = expectation ?? context.guardrails
    let unread = observation.verdicts.firstIndex { $0["accepted"]?.bool == nil }
    if let unread {
      return CheckResult(name, .error, "/verdicts/\(unread) does not say whether the attempt was accepted")
    }
    let unjudged = Self.unjudged(observation)
    if let first = unjudged.first {
      return CheckResult(
        name, .error, "\(unjudged.count.counted("artifact")) published without any verdict: \(first)")
    }
    var findings: [CheckFinding] = []
    let rejected = observation.verdicts.indices.filter { observation.verdicts[$0]["accepted"]?.bool == false }
    if let expected = expectation.rejected, rejected.count != expected {
      let text = "\(rejected.count.counted("attempt")) rejected, expected \(expected)"
      let reasons = rejected.flatMap { Self.reasons(observation.verdicts[$0], index: $0) }
      if let first = reasons.first {
        findings.append(CheckFinding("\(text): \(first.text)", at: first.pointer))
      } else {
        findings.append(CheckFinding(text, at: JSONPointer(tokens: ["verdicts"])))
      }
      findings += reasons.dropFirst()
    }
    let templates = observation.writers.indices.filter {
      observation.writers[$0]["writer"]?.string == "template"
    }
    if let expected = expectation.templates, templates.count != expected {
      let topics = templates.compactMap { observation.writers[$0]["topic_key"]?.string }
      let named = topics.isEmpty ? "" : ": \(topics.joined(separator: ", "))"
      findings.append(
        CheckFinding(
          "\(templates.count.counted("artifact")) written by the template, expected \(expected)\(named)",
          at: JSONPointer(tokens: ["writers"])))
    }
    return CheckResult(name, findings: findings)
  }

  /// The topics of artifacts no rail was asked about, so that their silence proves nothing.
  private static func unjudged(_ observation: Observation) -> [String] {
    let judged = Set(observation.verdicts.compactMap { $0["topic_key"]?.string })
    return observation.artifacts.map { $0["topic_key"]?.string ?? "an artifact without a topic" }
      .filter { !judged.contains($0) }
  }

  /// What the rails said of a rejected attempt, a line a finding.
  ///
  /// `R4 mismatch "₹21.90 L" (goal:g2:gap:at_risk /body_md, attempt 1)`: attempts count from 0 in records and from 1
  /// for a person.
  private static func reasons(_ verdict: JSONValue, index: Int) -> [CheckFinding] {
    let topic = verdict["topic_key"]?.string ?? verdict["node"]?.string ?? "attempt"
    let attempt = verdict["attempt"]?.int.map { ", attempt \($0 &+ 1)" } ?? ""
    return (verdict["rails"]?.array ?? []).enumerated().flatMap { railIndex, rail in
      (rail["findings"]?.array ?? []).map { finding in
        let code = finding["code"]?.string ?? "rejected"
        let words = finding["text"]?.string.map { " \"\($0)\"" } ?? ""
        let field = finding["field"]?.string.map { $0.isEmpty ? "" : " \($0)" } ?? ""
        return CheckFinding(
          "\(rail["rail"]?.string ?? "a rail") \(code)\(words) (\(topic)\(field)\(attempt))",
          at: JSONPointer(tokens: ["verdicts", String(index), "rails", String(railIndex)]))
      }
    }
  }
}
