public import JSONKit

/// What a check may know beside the observation.
public struct CheckContext: Sendable {
  /// The case's golden; nil when there is none yet.
  public var golden: JSONValue?
  /// What `guardrails` expects of this model unless the case says otherwise.
  public var guardrails: GuardrailExpectation

  /// States the context of a case.
  public init(golden: JSONValue? = nil, guardrails: GuardrailExpectation = .clean) {
    self.golden = golden
    self.guardrails = guardrails
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
