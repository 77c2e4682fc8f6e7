import JSONKit

/// Proves each artifact once more, as it will be published, before anybody sees it.
///
/// The rails judged the model's text; QA & citation judges the assembled artifact, against every fact of the run rather
/// than the few the brief offered. It is deterministic, adds nothing and changes nothing.
struct QaCitationAgent: Sendable {
  let insightSchema: JSONSchema
  let guardrails: GuardrailPipeline

  /// What was found in one artifact.
  struct Finding: Sendable {
    let checks: [QaReport.Check]
    let ungrounded: [QaReport.Ungrounded]

    var passed: Bool { checks.allSatisfy { $0.status == .pass } }
  }

  /// Judges an artifact against its brief and the facts of the run.
  func judge(_ insight: Insight, brief: ArtifactBrief, facts: FactSet) throws -> Finding {
    let draft = Draft(
      title: insight.title, bodyMarkdown: insight.bodyMarkdown, claims: insight.claims,
      citations: insight.citations)
    let judgement = guardrails.judge(
      completion: try JSONValueEncoder().encode(draft).compact(), brief: brief, makeInsight: { _ in insight })
    let verdicts = judgement.verdicts.map { verdict in
      check(
        "\(verdict.rail.rawValue)", insight,
        problems: verdict.findings.map { "\($0.code) \($0.field) \($0.text)" })
    }
    let violations = insightSchema.validate(try JSONValueEncoder().encode(insight))
    let unknown = insight.citations.map(\.factID).filter { facts[$0] == nil }
    let ungrounded = judgement.verdicts.filter { $0.rail == .numbers }.flatMap(\.findings)
    return Finding(
      checks: [
        check("schema", insight, problems: violations.map { "\($0.instance): \($0.message)" }),
        check("citations", insight, problems: unknown.map { "\($0) is not a fact of this run" }),
      ] + verdicts,
      ungrounded: ungrounded.map { .init(span: [$0.start, $0.end], text: $0.text, reason: $0.code) })
  }

  /// Joins what was found in all artifacts; `replaced` says whether any was written by the template.
  static func report(_ findings: [Finding], replaced: Bool) -> QaReport {
    let passed = findings.allSatisfy(\.passed)
    return QaReport(
      verdict: passed ? (replaced ? .repair : .pass) : .reject, checks: findings.flatMap(\.checks),
      ungrounded: findings.flatMap(\.ungrounded))
  }

  private func check(_ name: String, _ insight: Insight, problems: [String]) -> QaReport.Check {
    QaReport.Check(
      id: "\(name):\(insight.topicKey)", status: problems.isEmpty ? .pass : .fail,
      evidence: problems.isEmpty ? "nothing found" : problems.joined(separator: "; "))
  }
}
