import JSONKit
import Scoring
import Testing

private let suite = ReferenceSuite(path: "guardrails/cases.json")

@Suite("number grounding, reference cases")
struct NumberGroundingSuiteTests {
  @Test(.enabled(if: suite.isPresent))
  func verdictsAgree() throws {
    let cases = try suite.cases(ofKind: "number_grounding")
    for reference in cases {
      let name = reference["name"]?.string ?? ""
      let text = try #require(reference["inputs"]?["text"]?.string)
      let facts = try #require(reference["inputs"]?["facts"]?.object)
      let grounding = NumberGrounding(
        facts: facts.map { id, fact in
          ["id": .string(id), "value": fact["value"] ?? .null, "unit": fact["unit"] ?? .null]
        })
      let citations = Dictionary(uniqueKeysWithValues: facts.keys.map { ("[\($0)]", $0) })
      let verdict = grounding.faults(in: text, citations: citations).first?.reason.rawValue ?? "ok"
      #expect(verdict == reference["expected"]?.string, "\(name): \(text)")
    }
    print("guardrails/number_grounding (scoring): \(cases.count) cases")
  }
}
