import JSONKit
import Testing

@Suite("Conformance: goal_math")
struct GoalMathTests {
  static let suite = ReferenceSuite("goal_math/cases.json")

  @Test("every case is within its tolerance", .enabled(if: suite.isPresent))
  func casesAgree() throws {
    var counted = 0
    var unknown: Set<String> = []
    for json in try Self.suite.cases() {
      let goalCase = try GoalMathCase(json)
      guard let answer = try goalCase.answer() else {
        unknown.insert(goalCase.kind)
        continue
      }
      counted += 1
      let difference = goalCase.tolerance.difference(answer, goalCase.expected)
      #expect(difference == nil, "\(goalCase.kind) \(goalCase.name)")
    }
    print("goal_math: \(counted) cases")
    #expect(counted > 0)
    #expect(unknown.sorted() == [])
  }
}
