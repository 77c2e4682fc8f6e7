import Finance
import JSONKit

/// Proves each artifact once more, as it will be published, before anybody sees it.
///
/// The rails judged the model's text. QA & citation checks that the artifact carries that very text, follows its own
/// contract, and cites nothing but facts of this run. It is deterministic, adds nothing and changes nothing.
struct QaCitationAgent: Sendable {
  let contracts: ContractSchemas

  /// What was found in one artifact.
  struct Finding: Sendable {
    let checks: [QaReport.Check]
    let ungrounded: [QaReport.Ungrounded]

    var passed: Bool { checks.allSatisfy { $0.status == .pass } }
  }

  /// Judges an artifact against the draft the rails passed and the facts of the run.
  ///
  /// - Parameter support: the passages found near the artifact; they are evidence and block nothing.
  func judge(
    _ result: ArtifactDrafting.Result, brief: ArtifactBrief, facts: FactSet, support: [PassageMatch] = []
  ) throws -> Finding {
    let artifact = result.artifact
    let verdicts = result.judgement.verdicts.map { verdict in
      check(
        "\(verdict.rail.rawValue)", artifact,
        problems: verdict.findings.map { "\($0.code) \($0.field) \($0.text)" })
    }
    let draft = result.judgement.draft
    // The verdicts are of the draft; they hold for the artifact only while its words are the draft's, byte for byte.
    let sameWords =
      draft.map {
        $0.bodyMarkdown.utf8.elementsEqual(artifact.bodyMarkdown.utf8) && $0.citations == artifact.citations
      } ?? false
    let violations = schema(of: artifact).validate(try artifact.json())
    let unknown = artifact.citations.map(\.factID).filter { facts[$0] == nil }
    let changed = artifact.citations.map(\.factID).filter { facts[$0] != nil && facts[$0] != brief.facts[$0] }
    let ungrounded = result.judgement.verdicts.filter { $0.rail == .numbers }.flatMap(\.findings)
    return Finding(
      checks: [
        check("schema", artifact, problems: violations.map { "\($0.instance): \($0.message)" }),
        check(
          "citations", artifact,
          problems: unknown.map { "\($0) is not a fact of this run" }
            + changed.map { "\($0) is not the fact that was offered" }),
        check("text", artifact, problems: sameWords ? [] : ["the words are not those the rails judged"]),
      ] + verdicts + [self.support(artifact, support)],
      ungrounded: ungrounded.map { .init(span: [$0.start, $0.end], text: $0.text, reason: $0.code) })
  }

  /// Joins what was found in all artifacts; `replaced` says whether any was written by the template.
  static func report(_ findings: [Finding], replaced: Bool) -> QaReport {
    let passed = findings.allSatisfy(\.passed)
    return QaReport(
      verdict: passed ? (replaced ? .repair : .pass) : .reject, checks: findings.flatMap(\.checks),
      ungrounded: findings.flatMap(\.ungrounded))
  }

  private func schema(of artifact: Artifact) -> JSONSchema {
    switch artifact {
    case .insight: contracts.insight
    case .recommendation: contracts.recommendation
    }
  }

  /// What was said of the subject before and what the glossary says of its terms, by id and similarity.
  private func support(_ artifact: Artifact, _ passages: [PassageMatch]) -> QaReport.Check {
    let found = passages.map { match in
      "\(match.passage.id) \(IndianFormat.percent(match.similarity))"
    }
    return QaReport.Check(
      id: "support:\(artifact.topicKey)", status: .pass,
      evidence: found.isEmpty ? "no passage found" : found.joined(separator: "; "))
  }

  private func check(_ name: String, _ artifact: Artifact, problems: [String]) -> QaReport.Check {
    QaReport.Check(
      id: "\(name):\(artifact.topicKey)", status: problems.isEmpty ? .pass : .fail,
      evidence: problems.isEmpty ? "nothing found" : problems.joined(separator: "; "))
  }
}
