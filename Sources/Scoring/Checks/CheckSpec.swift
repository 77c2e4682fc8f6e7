public import JSONKit

/// A check as a suite writes it: a name, or an object of one name and its options.
///
///     schema
///     { budget: { tokens: 8000, cost: 0.02 } }
///     { not-contains: [guaranteed, risk-free] }
public struct CheckSpec: Sendable {
  let check: any Check

  /// The check's name, for example `not-contains`.
  public var name: String { check.name }

  /// Reads a check.
  ///
  /// - Throws: `ScoringError` whose pointer is the place of the mistake inside `value`, with a suggestion for an
  ///   unknown name.
  public init(_ value: JSONValue) throws(ScoringError) {
    let name: String
    let options: SpecReader?
    switch value {
    case .string(let text):
      name = text
      options = nil
    case .object(let object):
      guard object.count == 1, let member = object.first else {
        throw ScoringError(
          .wrongType, "a check with options is an object of one name; this one has \(object.count)")
      }
      name = member.key
      options = SpecReader(member.value, at: JSONPointer.root.appending(member.key))
    default:
      throw ScoringError(.wrongType, "a check is a name or an object of one name, not \(value.typeName)")
    }
    guard let make = Self.known.first(where: { $0.name == name })?.make else {
      throw ScoringError(
        .unknownCheck, "no check is named `\(name)`",
        at: options?.pointer ?? .root, suggestion: Suggestion.nearest(to: name, among: Self.names))
    }
    check = try make(options)
  }

  /// The names of all checks, in the order a reader expects them.
  public static var names: [String] { known.map(\.name) }

  /// Asks the check of an observation.
  ///
  /// A check that passes when something is absent is an error on a run that broke off.
  public func evaluate(_ observation: Observation, in context: CheckContext = CheckContext()) -> CheckResult {
    if check.passesOnAbsence, !observation.outcome.isWhole {
      return CheckResult(
        name, .error,
        "the run ended \(observation.outcome.rawValue), so the absence of a fault proves nothing")
    }
    return check.evaluate(observation, in: context)
  }

  private typealias Make = @Sendable (SpecReader?) throws(ScoringError) -> any Check

  private static let known: [(name: String, make: Make)] = [
    ("schema", { (options) throws(ScoringError) in try SchemaCheck(options) }),
    ("facts", { (options) throws(ScoringError) in try FactsCheck(options) }),
    ("grounded", { (options) throws(ScoringError) in try GroundedCheck(options) }),
    ("guardrails", { (options) throws(ScoringError) in try GuardrailsCheck(options) }),
    ("forbidden", { (options) throws(ScoringError) in try ForbiddenCheck(options) }),
    ("golden", { (options) throws(ScoringError) in try GoldenCheck(options) }),
    ("contains", { (options) throws(ScoringError) in try ContainsCheck(options, negated: false) }),
    ("not-contains", { (options) throws(ScoringError) in try ContainsCheck(options, negated: true) }),
    ("regex", { (options) throws(ScoringError) in try RegexCheck(options, negated: false) }),
    ("not-regex", { (options) throws(ScoringError) in try RegexCheck(options, negated: true) }),
    ("pointer", { (options) throws(ScoringError) in try PointerCheck(options) }),
    ("budget", { (options) throws(ScoringError) in try BudgetCheck(options) }),
    ("caught", { (options) throws(ScoringError) in try CaughtCheck(options) }),
    ("unmoved", { (options) throws(ScoringError) in try UnmovedCheck(options) }),
    ("outcome", { (options) throws(ScoringError) in try OutcomeCheck(options) }),
    ("events", { (options) throws(ScoringError) in try EventsCheck(options) }),
    ("stored", { (options) throws(ScoringError) in try StoredCheck(options) }),
    ("resumed", { (options) throws(ScoringError) in try ResumedCheck(options) }),
    ("repeated", { (options) throws(ScoringError) in try RepeatedCheck(options) }),
    ("latency", { (options) throws(ScoringError) in try LatencyCheck(options) }),
  ]
}
