/// A text with what QA & citation found in it.
struct ProvedArtifact: Sendable {
  /// The text, what the rails said of it, and who wrote it.
  let result: ArtifactDrafting.Result
  /// What QA & citation found.
  let finding: QaCitationAgent.Finding
  /// Its vector, nil where none can be made.
  let embedding: Embedding?

  /// The same text with what became of its critique as evidence; evidence passes, whatever it says.
  func noting(_ evidence: String) -> ProvedArtifact {
    let check = QaReport.Check(
      id: "critique:\(result.artifact.topicKey)", status: .pass, evidence: evidence)
    return ProvedArtifact(
      result: result, finding: .init(checks: finding.checks + [check], ungrounded: finding.ungrounded),
      embedding: embedding)
  }
}
