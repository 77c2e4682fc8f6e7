import JSONKit

/// The value at a JSON Pointer into the observation's document is as asked.
///
///     { pointer: { path: /artifacts/0/severity, equals: action } }
///     { pointer: { path: /usage/calls, at_most: 3 } }
///     { pointer: { path: /facts/0/value, equals: 0.12, tolerance: 1e-6 } }
struct PointerCheck: Check {
  let name = "pointer"
  private let path: JSONPointer
  private let conditions: [Condition]

  private enum Condition: Sendable {
    case exists(Bool)
    case equals(JSONValue, Tolerance)
    case oneOf([JSONValue])
    case matches(TextPattern)
    case atLeast(Double)
    case atMost(Double)
  }

  var passesOnAbsence: Bool {
    conditions.contains {
      if case .exists(false) = $0 { true } else { false }
    }
  }

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options else {
      throw ScoringError(.missingKey, "`pointer` needs a `path` and what to expect there")
    }
    try options.requireObject(
      of: ["path", "equals", "tolerance", "matches", "in", "exists", "at_least", "at_most"])
    guard let written = options["path"] else { throw options.refused(.missingKey, "give a `path`") }
    let text = try written.string("a JSON Pointer")
    do {
      path = try JSONPointer(text)
    } catch {
      throw written.refused(.badValue, "`\(text)` is no JSON Pointer: \(error.message)")
    }
    conditions = try Self.conditions(options)
  }

  private static func conditions(_ options: SpecReader) throws(ScoringError) -> [Condition] {
    var conditions: [Condition] = []
    let tolerance = try options["tolerance"].map { (reader) throws(ScoringError) in try Tolerance(reader) }
    if tolerance != nil, options["equals"] == nil {
      throw options.refused(.missingKey, "`tolerance` belongs to `equals`")
    }
    if let exists = options["exists"] { conditions.append(.exists(try exists.bool())) }
    if let equals = options["equals"] {
      conditions.append(.equals(equals.value, tolerance ?? Tolerance()))
    }
    if let allowed = options["in"] {
      guard let values = allowed.value.array else { throw allowed.wrongType("a list") }
      conditions.append(.oneOf(values))
    }
    if let matches = options["matches"] { conditions.append(.matches(try TextPattern(matches))) }
    if let least = options["at_least"] { conditions.append(.atLeast(try least.number())) }
    if let most = options["at_most"] { conditions.append(.atMost(try most.number())) }
    guard !conditions.isEmpty else {
      throw options.refused(
        .missingKey, "say what to expect: equals, in, matches, exists, at_least or at_most")
    }
    return conditions
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let actual = observation.document[path]
    let findings = conditions.compactMap { condition in
      Self.objection(of: condition, to: actual).map { CheckFinding("\(path): \($0)", at: path) }
    }
    return CheckResult(name, findings: findings)
  }

  private static func objection(of condition: Condition, to actual: JSONValue?) -> String? {
    if case .exists(let wanted) = condition {
      if wanted == (actual != nil) { return nil }
      return actual.map { "expected nothing, found \($0.excerpt)" } ?? "nothing is there"
    }
    guard let actual else { return "nothing is there" }
    let found = "found \(actual.excerpt)"
    switch condition {
    case .exists:
      return nil
    case .equals(let expected, let tolerance):
      if let expectedNumber = expected.number, let actualNumber = actual.number {
        return tolerance.allows(expectedNumber, actualNumber) ? nil : "expected \(expected), \(found)"
      }
      return expected == actual ? nil : "expected \(expected.excerpt), \(found)"
    case .oneOf(let values):
      return values.contains(actual) ? nil : "expected one of \(JSONValue.array(values).excerpt), \(found)"
    case .matches(let pattern):
      guard let text = actual.string else { return "expected a text, \(found)" }
      return !pattern.matches(text) ? "expected a match of /\(pattern.text)/, \(found)" : nil
    case .atLeast(let bound):
      return (actual.double.map { $0 >= bound } ?? false) ? nil : "expected at least \(bound), \(found)"
    case .atMost(let bound):
      return (actual.double.map { $0 <= bound } ?? false) ? nil : "expected at most \(bound), \(found)"
    }
  }
}
