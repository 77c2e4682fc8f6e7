import CoachCore
import JSONKit
import Testing

@testable import Workbench

@Suite("What a soak took")
struct SoakUsageTests {
  private func usage(_ input: Int, _ output: Int, _ cost: Int?, _ model: String?) throws -> SoakUsage {
    var object: JSONObject = [
      "input_tokens": .number(JSONNumber(input)), "output_tokens": .number(JSONNumber(output)),
    ]
    object["cost_micros"] = cost.map { .number(JSONNumber($0)) }
    object["priced_as"] = model.map { .string($0) }
    return try JSONValueDecoder().decode(SoakUsage.self, from: .object(object))
  }

  @Test("soaks add up, in whatever order; a cost only at one price, and nothing where one is silent")
  func joins() throws {
    let (one, two) = (try usage(1_000, 20, 40, "a/b"), try usage(500, 7, 3, "a/b"))
    let sum = try #require(SoakUsage(joining: [one, two]))
    #expect(sum == (try usage(1_500, 27, 43, "a/b")) && sum == SoakUsage(joining: [two, one]))
    #expect(sum.text == "1,500 tokens sent, 27 received; $0.000043 as if priced at a/b")
    let other = try #require(SoakUsage(joining: [one, try usage(1, 1, 1, "c/d")]))
    #expect(other.costMicros == nil && other.pricedAs == nil && other.inputTokens == 1_001)
    #expect(other.text == "1,001 tokens sent, 21 received")
    #expect(SoakUsage(joining: [one, nil]) == nil && SoakUsage(joining: []) == nil)
    let most = try #require(SoakUsage(joining: [try usage(.max, 0, .max, "a/b"), one]))
    #expect(most.inputTokens == .max && most.costMicros == .max)
  }
}
