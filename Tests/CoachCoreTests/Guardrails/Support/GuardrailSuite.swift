import JSONKit

/// The published guardrail cases, read in place.
enum GuardrailSuite {
  /// One case: its name, what goes in and what has to come out.
  struct Case {
    let name: String
    let inputs: JSONValue
    let expected: JSONValue
  }

  /// Whether the suite is there; says so when it is not, since a skipped suite is easily overlooked.
  static var isPresent: Bool { ReferenceFolder.holds(file) }

  /// The cases of a kind, counted on standard output.
  static func cases(_ kind: String) throws -> [Case] {
    let suite = try ReferenceFolder.json(file)
    let cases = (suite["cases"]?.array ?? []).filter { $0["kind"]?.string == kind }.map {
      Case(name: $0["name"]?.string ?? "", inputs: $0["inputs"] ?? .null, expected: $0["expected"] ?? .null)
    }
    print("guardrails/\(kind): \(cases.count) cases")
    return cases
  }

  /// Every kind of case the suite holds, in order of name.
  static func kinds() throws -> [String] {
    Set((try ReferenceFolder.json(file)["cases"]?.array ?? []).compactMap { $0["kind"]?.string }).sorted()
  }

  private static let file = "guardrails/cases.json"
}
