import CoachCore
import JSONKit
import Testing

@testable import CoachService

/// Both servers against the documents they publish, one session from beginning to end.
@Suite struct SessionContractTests {
  @Test func sessionFollowsTheContract() async throws {
    try await ServedCoach.serve { coach in
      let contracts = try ContractSchemas()
      let (token, _) = try await coach.signIn()
      let session = try await coach.start(token, key: "one-request")
      let events = try await coach.events(session, token)
      let schema = try APIDocument.facade(contracts).schema("Event")
      for (place, event) in events.enumerated() {
        #expect(schema.validate(event).isEmpty, "\(event)")
        #expect(event["seq"]?.int == place + 1)
        #expect(event["session"]?.string == session)
      }
      #expect(events.last?["type"] == "session.completed")

      let again = try await coach.call(
        "POST", coach.facade + "/app/api/ai/coach/start", token: token,
        headers: [("Idempotency-Key", "one-request")], body: [:])
      #expect(again.status == 200)
      #expect(again.json["sessionId"]?.string == session)
      #expect(again.json["streamUrl"] == .string("/app/api/ai/coach/stream?sessionId=\(session)"))

      let other = try await coach.call(
        "POST", coach.facade + "/api/ai/coach/start", token: token,
        headers: [("Idempotency-Key", "one-request")], body: ["options": ["language": "hi"]])
      #expect(other.status == 409)

      let seen = try await coach.call(
        "GET", "\(coach.facade)/api/ai/coach/stream?sessionId=\(session)", token: token,
        headers: [("Last-Event-ID", "\(events.count)")])
      #expect(seen.status == 204)
      let ahead = try await coach.call(
        "GET", "\(coach.facade)/api/ai/coach/stream?sessionId=\(session)&after=\(events.count + 1)",
        token: token)
      #expect(ahead.status == 409)
      #expect(ahead.json["head"]?.int == events.count)
    }
  }

  @Test func documentsAreServed() async throws {
    try await ServedCoach.serve { coach in
      for server in [coach.facade, coach.engine] {
        let document = try await coach.call("GET", server + "/openapi.json")
        #expect(document.json["openapi"] == "3.1.0")
        for path in ["/healthz", "/readyz"] {
          let answer = try await coach.call("GET", server + path)
          #expect(answer.status == 200)
          #expect(answer.json["status"] == "ok")
        }
      }
    }
  }
}
