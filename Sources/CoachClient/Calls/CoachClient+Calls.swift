public import HTTPTransport
public import JSONKit

extension CoachClient {
  /// Starts a session, or finds the one this key started.
  ///
  /// - Parameters:
  ///   - body: a coach request.
  ///   - idempotencyKey: with it, sending twice starts one session.
  public func start(
    _ body: JSONObject, idempotencyKey: String? = nil
  ) async throws(CoachClientError) -> StartedSession {
    var request = try request("POST", "/api/ai/coach/start", body: body)
    if let idempotencyKey {
      do throws(TransportError) {
        try request.headers.append("Idempotency-Key", idempotencyKey)
      } catch {
        throw StreamResumption.failure(error)
      }
      request.isRepeatable = true
    }
    let (status, answer) = try await call(request, "POST start", expecting: [200, 201])
    let fields = AnswerFields(answer, of: "POST start")
    return StartedSession(
      session: try fields.text("sessionId"), streamURL: try fields.text("streamUrl"), isRepeat: status == 200)
  }

  /// A page of the user's insights.
  ///
  /// - Parameters:
  ///   - session: only those of this session.
  ///   - limit: the most on the page; the server's choice when nil.
  ///   - cursor: ``InsightPage/nextCursor`` of the page before.
  public func insights(
    session: String? = nil, limit: Int? = nil, cursor: String? = nil
  ) async throws(CoachClientError) -> InsightPage {
    let query = [("sessionId", session), ("limit", limit.map(String.init)), ("cursor", cursor)]
    let request = try request("GET", "/api/ai/coach/insights", query: query)
    let (_, answer) = try await call(request, "GET insights", expecting: [200])
    guard let items = answer["items"]?.array else {
      throw CoachClientError(.malformedAnswer, "The answer of GET insights has no list named items.")
    }
    return InsightPage(items: items, nextCursor: answer["nextCursor"]?.string)
  }

  /// Says what the user thinks of a topic.
  ///
  /// - Parameters:
  ///   - until: the date a snooze ends, `YYYY-MM-DD`.
  ///   - comment: the user's own words.
  public func feedback(
    session: String, topicKey: String, verdict: FeedbackVerdict, until: String? = nil, comment: String? = nil
  ) async throws(CoachClientError) {
    var body: JSONObject = [
      "sessionId": .string(session), "topicKey": .string(topicKey), "verdict": .string(verdict.rawValue),
    ]
    if let until { body["until"] = .string(until) }
    if let comment { body["comment"] = .string(comment) }
    _ = try await call(
      request("POST", "/api/ai/coach/feedback", body: body), "POST feedback", expecting: [200, 201, 202, 204])
  }

  /// Cancels a session; its stream ends with `session.cancelled`.
  public func cancel(session: String) async throws(CoachClientError) {
    let request = try request("POST", "/api/ai/coach/cancel", body: ["sessionId": .string(session)])
    _ = try await call(request, "POST cancel", expecting: [200, 202, 204])
  }

  /// A ticket for the session's stream.
  public func ticket(session: String) async throws(CoachClientError) -> StreamTicket {
    let request = try request("POST", "/api/ai/coach/ticket", body: ["sessionId": .string(session)])
    let (_, answer) = try await call(request, "POST ticket", expecting: [200, 201])
    let fields = AnswerFields(answer, of: "POST ticket")
    return StreamTicket(
      ticket: try fields.text("ticket"), expiresIn: try fields.integer("expiresIn"),
      streamURL: try fields.text("streamUrl"))
  }

  /// Signs a user in at a façade that runs for development.
  public static func signIn(
    user: String, baseURL: String, transport: any Transport
  ) async throws(CoachClientError) -> SignIn {
    let client = CoachClient(baseURL: baseURL, credential: nil, transport: transport)
    let request = try client.request("POST", "/api/ai/coach/dev/sign-in", body: ["user": .string(user)])
    let (_, answer) = try await client.call(request, "POST sign-in", expecting: [200, 201])
    let fields = AnswerFields(answer, of: "POST sign-in")
    return SignIn(
      accessToken: try fields.text("accessToken"), expiresAt: try fields.integer("expiresAt"),
      subject: try fields.text("subject"))
  }
}
