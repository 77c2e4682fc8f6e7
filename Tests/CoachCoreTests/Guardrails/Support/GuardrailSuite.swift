import Foundation
import JSONKit

/// The published guardrail cases, read in place.
///
/// From the folder `COACH_REFERENCE_DIR`, or `shared/reference` beside the package.
enum GuardrailSuite {
  /// One case: its name, what goes in and what has to come out.
  struct Case {
    let name: String
    let inputs: JSONValue
    let expected: JSONValue
  }

  /// Whether the suite is there; says so when it is not, since a skipped suite is easily overlooked.
  static var isPresent: Bool {
    let isPresent = FileManager.default.fileExists(atPath: file.path)
    if !isPresent { print("guardrails: skipped, not found") }
    return isPresent
  }

  /// The cases of a kind, counted on standard output.
  static func cases(_ kind: String) throws -> [Case] {
    let suite = try JSONValue(parsing: try Data(contentsOf: file))
    let cases = (suite["cases"]?.array ?? []).filter { $0["kind"]?.string == kind }.map {
      Case(name: $0["name"]?.string ?? "", inputs: $0["inputs"] ?? .null, expected: $0["expected"] ?? .null)
    }
    print("guardrails/\(kind): \(cases.count) cases")
    return cases
  }

  private static var file: URL { folder.appending(path: "guardrails/cases.json") }

  private static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"] { return URL(filePath: path) }
    var package = URL(filePath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<5 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/reference")
  }
}
