import JSONKit
import Testing

@testable import CoachCore

/// The published vectors, every one of them.
@Suite(.enabled(if: GuardrailSuite.isPresent))
struct GuardrailConformanceTests {
  @Test func numberGrounding() throws {
    for vector in try GuardrailSuite.cases("number_grounding") {
      let text = try #require(vector.inputs["text"]?.string)
      var citations: [String: GroundingFact] = [:]
      for (marker, fact) in try #require(vector.inputs["facts"]?.object) {
        let unit = try #require(fact["unit"]?.string.flatMap(Fact.Unit.init(rawValue:)))
        let value: FactValue? =
          switch fact["value"] {
          case .number(let number): .number(number)
          case .string(let text): .text(text)
          default: nil
          }
        citations["[\(marker)]"] = GroundingFact(id: marker, value: try #require(value), unit: unit)
      }
      let found = NumberGrounding().judge(text, citations: citations)
      #expect((found.first?.reason.rawValue ?? "ok") == vector.expected.string, "\(vector.name): \(text)")
    }
  }

  @Test func bannedClaims() throws {
    let detector = BannedClaimDetector()
    for vector in try GuardrailSuite.cases("banned_claim") {
      let text = try #require(vector.inputs["text"]?.string)
      let expected = try #require(vector.expected.array).compactMap(\.string)
      let found = Set(detector.matches(in: text).map(\.claim.rawValue))
      #expect(found.sorted() == expected.sorted(), "\(vector.name): \(text)")
    }
  }

  /// The suite's cases ask for Aadhaar numbers: 111122223333 passes Verhoeff and is none.
  @Test func verhoeff() throws {
    for vector in try GuardrailSuite.cases("verhoeff") {
      let text = try #require(vector.inputs["text"]?.string)
      #expect(Aadhaar.isValid(text) == vector.expected.bool, "\(vector.name): \(text)")
    }
  }

  @Test func personalData() throws {
    let detector = PIIDetector()
    for vector in try GuardrailSuite.cases("pii_detect") {
      let text = try #require(vector.inputs["text"]?.string)
      let found = detector.matches(in: text).map { "\($0.kind.rawValue) \($0.text)" }
      let expected = try #require(vector.expected.array).map {
        "\($0["kind"]?.string ?? "") \($0["match"]?.string ?? "")"
      }
      #expect(found == expected, "\(vector.name): \(text)")
    }
  }

  @Test func injectedFields() throws {
    let screen = FieldScreen()
    for vector in try GuardrailSuite.cases("injection_field") {
      let text = try #require(vector.inputs["text"]?.string)
      #expect(!screen.verdict(on: text).isClean == vector.expected.bool, "\(vector.name): \(text)")
    }
  }

  @Test func everyKindIsRun() throws {
    let run = ["banned_claim", "injection_field", "number_grounding", "pii_detect", "verhoeff"]
    #expect(try GuardrailSuite.kinds() == run)
  }
}
