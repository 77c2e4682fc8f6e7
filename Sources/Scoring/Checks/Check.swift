public import JSONKit

/// What a check may know beside the observation.
public struct CheckContext: Sendable {
  /// The case's golden; nil when there is none yet.
  public var golden: JSONValue?
  /// What `guardrails` expects of this model unless the case says otherwise.
  public var guardrails: GuardrailExpectation
  /// What `unmoved` compares with; nil where no text was planted.
  public var unmoved: UnmovedBaseline?
  /// What is known of the run beside its record.
  public var evidence: RunEvidence

  /// States the context of a case.
  public init(
    golden: JSONValue? = nil, guardrails: GuardrailExpectation = .clean, unmoved: UnmovedBaseline? = nil,
    evidence: RunEvidence = RunEvidence()
  ) {
    self.golden = golden
    self.guardrails = guardrails
    self.unmoved = unmoved
    self.evidence = evidence
  }
}

/// One question asked of an observation.
protocol Check: Sendable {
  /// The name results carry.
  var name: String { get }

  /// Whether it passes when something is absent. A run that broke off says nothing about absence, so such a check is
  /// an error there instead of a pass.
  var passesOnAbsence: Bool { get }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult
}
