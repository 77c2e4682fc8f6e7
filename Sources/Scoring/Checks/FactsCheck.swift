import JSONKit

/// Every fact the portfolio's author worked out is there and has that value, and none is there that cannot be known.
///
/// Texts are exact, INR is exact to the paisa (the expected value is rounded half up to paise first), every other
/// number is compared at 1e-9 relative unless `tolerance` says otherwise: `{facts: {tolerance: 1e-6}}` for all, or
/// `{facts: {tolerance: {goal.g2.xirr: 1e-6}}}` by id.
struct FactsCheck: Check {
  let name = "facts"
  let passesOnAbsence = false
  private var common: Tolerance?
  private var byID: [String: Tolerance] = [:]

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options, !options.value.isNull else { return }
    try options.requireObject(of: ["tolerance"])
    guard let tolerance = options["tolerance"] else { return }
    guard let members = tolerance.value.object, !Self.isTolerance(members) else {
      common = try Tolerance(tolerance)
      return
    }
    for (id, reader) in try tolerance.members("a number, or one by fact id") {
      byID[id] = try Tolerance(reader)
    }
  }

  private static func isTolerance(_ object: JSONObject) -> Bool {
    !object.isEmpty && object.keys.allSatisfy { $0 == "abs" || $0 == "rel" }
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard !observation.expectedFacts.isEmpty || !observation.absentFacts.isEmpty else {
      return CheckResult(name, .skipped, "no facts are expected of this case")
    }
    let facts = observation.factIndex
    var findings: [CheckFinding] = []
    for (id, expected) in observation.expectedFacts {
      if let text = difference(id, expected: expected, fact: facts.byID[id]) {
        findings.append(CheckFinding(text, at: JSONPointer(tokens: ["facts"])))
      } else if facts.duplicates.contains(id) {
        findings.append(CheckFinding("two facts have the id \(id)", at: JSONPointer(tokens: ["facts"])))
      }
    }
    for id in observation.absentFacts {
      guard let fact = facts.byID[id] else { continue }
      findings.append(
        CheckFinding(
          "fact \(id) is \(fact["value"] ?? .null); it cannot be known here, so none is expected",
          at: JSONPointer(tokens: ["facts"])))
    }
    return CheckResult(name, findings: findings)
  }

  private func difference(_ id: String, expected: JSONValue, fact: JSONValue?) -> String? {
    guard let fact else { return "fact \(id) is missing; expected \(expected)" }
    guard let actual = fact["value"] else { return "fact \(id) has no value; expected \(expected)" }
    return isEqual(id, expected, actual, unit: fact["unit"]?.string)
      ? nil : "fact \(id) is \(actual); expected \(expected)"
  }

  private func isEqual(_ id: String, _ expected: JSONValue, _ actual: JSONValue, unit: String?) -> Bool {
    guard let expectedNumber = expected.number, let actualNumber = actual.number else {
      return expected == actual
    }
    if let tolerance = byID[id] ?? common { return tolerance.allows(expectedNumber, actualNumber) }
    guard unit == "INR" else { return Tolerance.standard.allows(expectedNumber, actualNumber) }
    guard let paise = ExactDecimal(expectedNumber)?.rounded(to: 2) else {
      return expectedNumber == actualNumber
    }
    return paise == ExactDecimal(actualNumber)
  }
}
