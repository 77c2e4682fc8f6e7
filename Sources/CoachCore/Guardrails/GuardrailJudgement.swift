/// What the pipeline says of one completion.
public struct GuardrailJudgement: Sendable {
  /// One verdict a rail that judged, in order; rails behind a failed R1 or R2 did not judge.
  public let verdicts: [GuardrailVerdict]
  /// The draft, when R1 and R2 let it through.
  public let draft: Draft?
  /// The artifact put together from it, whether or not the other rails pass it.
  public let artifact: Artifact?
  /// Whether every rail judged and passed; only then may the artifact be published.
  public let accepted: Bool

  /// Everything the rails object to, in order.
  public var findings: [GuardrailVerdict.Finding] { verdicts.flatMap(\.findings) }
}
