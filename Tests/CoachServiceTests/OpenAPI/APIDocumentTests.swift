import CoachCore
import HTTPTypes
import JSONKit
import Testing

@testable import CoachService

@Suite struct APIDocumentTests {
  private func documents() throws -> [APIDocument] {
    let contracts = try ContractSchemas()
    return [try .engine(contracts), try .facade(contracts)]
  }

  @Test func everySchemaCompiles() throws {
    for document in try documents() {
      for name in document.json["components"]?["schemas"]?.object?.keys ?? [] {
        #expect(throws: Never.self) { try document.schema(name) }
      }
    }
  }

  @Test func contractsAreFilledIn() throws {
    for document in try documents() {
      let schemas = try #require(document.json["components"]?["schemas"])
      for name in ["Insight", "Recommendation", "Event"] {
        #expect(schemas[name]?["properties"] != nil, "\(name)")
        #expect(schemas[name]?["$id"] == nil)
      }
    }
  }

  @Test func bodiesAreHeldToTheDocument() throws {
    let engine = try documents()[0]
    #expect(throws: Never.self) {
      try engine.check(["scope": ["g1"], "as_of": "2026-08-14"], as: "StartRequest")
    }
    for body: JSONObject in [
      ["scope": ["G1"]], ["scope": ["g1", "g1"]], ["as_of": "2026-02-30"], ["user": "u02"],
      ["options": ["budget": [:]]], ["options": ["language": "fr"]], ["trigger": "whenever"],
    ] {
      let problem = #expect(throws: Problem.self) { try engine.check(body, as: "StartRequest") }
      #expect(problem?.status == .badRequest)
    }
  }

  @Test func pathsOfTheFacadeAreAlsoUnderApp() throws {
    let methods = try documents()[1].methods(under: ["/app"])
    #expect(methods["/app/api/ai/coach/start"] == [.post])
    #expect(methods["/api/ai/coach/webhook"] == [.get, .post])
    #expect(methods["/app/healthz"] == nil)
  }
}
