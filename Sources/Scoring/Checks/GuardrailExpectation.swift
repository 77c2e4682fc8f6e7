/// How often the rails are expected to step in: exact counts, or nil where a case does not care.
public struct GuardrailExpectation: Hashable, Sendable {
  /// Attempts the rails reject.
  public var rejected: Int?
  /// Artifacts the template renderer writes because no attempt was accepted.
  public var templates: Int?

  /// States an expectation.
  public init(rejected: Int? = nil, templates: Int? = nil) {
    self.rejected = rejected
    self.templates = templates
  }

  /// Nothing rejected, nothing written by a template: what the embedded model owes.
  public static let clean = GuardrailExpectation(rejected: 0, templates: 0)
  /// Repairs are welcome, templates are not: what a real model owes.
  public static let repaired = GuardrailExpectation(templates: 0)
}
