import CoachClient
import HTTPTransport
import JSONKit
import Testing

@Suite("Coach client: calls", .timeLimit(.minutes(1)))
struct CoachClientCallsTests {
  private func call<Value: Sendable>(
    _ answer: [UInt8], _ body: @Sendable (CoachClient) async throws -> Value
  ) async throws -> (Value, String) {
    let server = try ScriptedServer([.pieces([answer])])
    return try await CurlTransport.withTransport { transport in
      let client = CoachClient(
        baseURL: server.url + "/app/", credential: .cookie("sb=1"), transport: transport)
      let value = try await body(client)
      return (value, server.requests.joined())
    }
  }

  private func created(_ status: String, _ json: String) -> [UInt8] {
    StreamText.answer(status, "Content-Type: application/json\r\n", body: json)
  }

  @Test("start sends its key and tells a repeat", arguments: [("201 Created", false), ("200 OK", true)])
  func start(_ status: String, _ isRepeat: Bool) async throws {
    let answer = created(status, #"{"sessionId":"s1","streamUrl":"/x"}"#)
    let (session, request) = try await call(answer) {
      try await $0.start(["scope": ["g1"]], idempotencyKey: "k1")
    }
    #expect(session.session == "s1")
    #expect(session.streamURL == "/x")
    #expect(session.isRepeat == isRepeat)
    #expect(request.hasPrefix("POST /app/api/ai/coach/start HTTP/1.1\r\n"))
    #expect(request.contains("\r\nIdempotency-Key: k1\r\n"))
    #expect(request.contains("\r\nCookie: sb=1\r\n"))
    #expect(request.contains("\r\nContent-Type: application/json\r\n"))
  }

  @Test(
    "answers outside the contract are errors, not traps",
    arguments: [
      "", "[]", "{", #"{"sessionId":1,"streamUrl":"/x"}"#, #"{"sessionId":"","streamUrl":"/x"}"#,
      #"{"sessionId":"s"}"#,
    ])
  func malformed(_ body: String) async throws {
    let error = await #expect(throws: CoachClientError.self) {
      try await call(created("201 Created", body)) { try await $0.start([:]) }
    }
    #expect(error?.code == .malformedAnswer)
  }

  @Test("a key that would write a field of its own is refused")
  func injection() async throws {
    let error = await #expect(throws: CoachClientError.self) {
      try await call([]) { try await $0.start([:], idempotencyKey: "k\r\nX: 1") }
    }
    #expect((error?.cause as? TransportError)?.code == .invalidRequest)
  }

  @Test("insights: a page and what asks for the next")
  func insights() async throws {
    let answer = created("200 OK", #"{"items":[{"id":"i1"}],"nextCursor":"c/2"}"#)
    let (page, request) = try await call(answer) {
      try await $0.insights(session: "s1", limit: 5, cursor: "a&b=+")
    }
    #expect(page.items.count == 1)
    #expect(page.nextCursor == "c/2")
    #expect(request.hasPrefix("GET /app/api/ai/coach/insights?sessionId=s1&limit=5&cursor=a%26b%3D%2B HTTP"))
  }

  @Test("feedback, cancel, ticket and sign-in go where the façade has them")
  func others() async throws {
    let (_, feedback) = try await call(created("200 OK", "{}")) {
      try await $0.feedback(session: "s1", topicKey: "goal:g1:gap", verdict: .snoozed, until: "2026-09-01")
    }
    #expect(feedback.hasPrefix("POST /app/api/ai/coach/feedback HTTP"))
    let (_, cancel) = try await call(created("200 OK", "{}")) { try await $0.cancel(session: "s1") }
    #expect(cancel.hasPrefix("POST /app/api/ai/coach/cancel HTTP"))
    let ticketAnswer = created("200 OK", #"{"ticket":"t","expiresIn":60,"streamUrl":"/y"}"#)
    let (ticket, _) = try await call(ticketAnswer) { try await $0.ticket(session: "s1") }
    #expect(ticket.expiresIn == 60)
    let server = try ScriptedServer([
      .pieces([created("200 OK", #"{"accessToken":"a","expiresAt":5,"subject":"u"}"#)])
    ])
    let signIn = try await CurlTransport.withTransport { transport in
      try await CoachClient.signIn(user: "u02", baseURL: server.url, transport: transport)
    }
    #expect(signIn.accessToken == "a")
    #expect(signIn.subject == "u")
  }

  @Test("credentials do not show in print")
  func credentials() {
    for credential in [CoachCredential.bearer("s3cret"), .cookie("sb=s3cret")] {
      #expect(!"\(credential)".contains("s3cret"))
      #expect(!String(reflecting: credential).contains("s3cret"))
    }
  }
}
