import Foundation
import JSONKit
import Testing

@testable import Workbench

@Suite("Conformance: goal_math")
struct GoalMathTests {
  static let file = ReferenceFolder.file("goal_math/cases.json")

  @Test("every case is within its tolerance", .enabled(if: ReferenceFolder.has("goal_math/cases.json")))
  func casesAgree() throws {
    let cases =
      try JSONValue(parsing: [UInt8](Data(contentsOf: URL(filePath: Self.file))))["cases"]?.array ?? []
    for json in cases {
      let name = "\(json["kind"]?.string ?? "?") \(json["name"]?.string ?? "?")"
      switch GoalMathVerdict(json) {
      case .passed: continue
      case .failed(let reason): Issue.record("\(name): \(reason)")
      case .unknownKind(let kind): Issue.record("\(name): nothing answers \(kind)")
      }
    }
    print("goal_math: \(cases.count) cases")
    #expect(!cases.isEmpty)
  }

  private let fair: JSONValue = [
    "name": "own", "kind": "lumpsum_fv",
    "inputs": ["pv": 100_000, "present_value": 100_000, "annual_rate": 0.12, "years": 10],
    "expected": 310584.82, "tolerance": ["abs": 0.01, "rel": 0],
  ]

  @Test("a wrong expectation, an unknown kind and a malformed case fail and end nothing")
  func failures() throws {
    guard case .object(var wrong) = fair else { return }
    wrong["expected"] = 1
    if case .passed = GoalMathVerdict(.object(wrong)) { Issue.record("a wrong expectation passed") }
    wrong["kind"] = "astrology"
    guard case .unknownKind("astrology") = GoalMathVerdict(.object(wrong)) else {
      Issue.record("an unknown kind is not reported")
      return
    }
    for junk: JSONValue in [
      nil, 1, [], ["name": "x"], ["name": "x", "kind": "xirr", "inputs": [], "expected": 1],
    ] {
      if case .passed = GoalMathVerdict(junk) { Issue.record("\(junk.compact()) passed") }
    }
  }
}
