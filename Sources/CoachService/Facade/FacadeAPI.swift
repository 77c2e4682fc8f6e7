import CoachCore
import Foundation
import Hummingbird
import JSONKit

/// What an investor's browser talks to, `/api/ai/coach/…`: proves who they are, and asks the engine in their name.
///
/// It keeps no session of the coach; a stream passes through it byte for byte.
struct FacadeAPI: Sendable {
  static let prefixes = ["/api/ai/coach", "/app/api/ai/coach"]

  let document: APIDocument
  let gateway: EngineGateway
  let users: UserAuthentication
  let tickets: StreamTickets
  let cronSecret: CronSecret?
  let signIn: DevelopmentSignIn?
  let rates: ClientRates
  let streams: PassedStreams
  let clock: RunClock
  let bodyLimit: Int

  /// Adds the routes to a router, under both prefixes.
  func add(to router: Router<ServiceContext>) {
    for prefix in Self.prefixes {
      let path = RouterPath(prefix)
      router.group(path).add(middleware: users).add(middleware: rates)
        .post("start") { try await start($0, $1, under: prefix) }
        .get("insights", use: insights)
        .post("feedback", use: feedback)
        .post("cancel", use: cancel)
        .post("ticket") { try await ticket($0, $1, under: prefix) }
      router.group(path)
        .get("stream", use: stream)
        .get("webhook", use: webhook)
        .post("webhook", use: webhook)
        .post("dev/sign-in", use: signInForDevelopment)
    }
  }

  private func start(_ request: Request, _ context: ServiceContext, under prefix: String) async throws
    -> Response
  {
    let key = try IdempotencyKey.read(request)
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "StartRequest")
    let (status, answer) = try await gateway.call(
      .post, EngineAPI.prefix + "/session", body: body, idempotencyKey: key, as: context.authenticated())
    guard let session = answer["session_id"]?.string else {
      throw Problem(.badGateway, "engine_answer", "the coach's answer cannot be read")
    }
    return Response(
      ["sessionId": .string(session), "streamUrl": .string("\(prefix)/stream?sessionId=\(session)")],
      status: status)
  }

  private func insights(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryItems(request, knowing: ["sessionId", "limit", "cursor"])
    let names = [("sessionId", "session_id"), ("limit", "limit"), ("cursor", "cursor")]
    let (_, page) = try await gateway.call(
      .get, EngineAPI.prefix + "/insights",
      query: names.compactMap { name, engineName in query[name].map { (engineName, $0) } },
      as: context.authenticated())
    return Response(FieldNames.facade(page))
  }

  private func feedback(_ request: Request, _ context: ServiceContext) async throws -> Response {
    try await pass(request, context, as: "FeedbackRequest", to: "/feedback")
  }

  private func cancel(_ request: Request, _ context: ServiceContext) async throws -> Response {
    try await pass(request, context, as: "CancelRequest", to: "/cancel")
  }

  /// Passes a body on under the engine's names for its members, and the answer back under the façade's.
  private func pass(
    _ request: Request, _ context: ServiceContext, as schema: String, to path: String
  ) async throws -> Response {
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: schema)
    let (_, answer) = try await gateway.call(
      .post, EngineAPI.prefix + path, body: FieldNames.engine(body), as: context.authenticated())
    return Response(FieldNames.facade(answer))
  }

  private func ticket(_ request: Request, _ context: ServiceContext, under prefix: String) async throws
    -> Response
  {
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "TicketRequest")
    let session = body["sessionId"]?.string ?? ""
    let user = try context.authenticated()
    // The engine knows whose it is: another's session is not there.
    _ = try await gateway.call(
      .get, EngineAPI.prefix + "/insights", query: [("session_id", session), ("limit", "1")], as: user)
    let ticket = try await tickets.issue(session: session, owner: user)
    return Response([
      "ticket": .string(ticket), "expiresIn": .number(JSONNumber(Int(StreamTickets.lifetime))),
      "streamUrl": .string("\(prefix)/stream?sessionId=\(session)&ticket=\(ticket)"),
    ])
  }

  private func signInForDevelopment(_ request: Request, _ context: ServiceContext) async throws -> Response {
    guard let signIn else { throw Problem.notFound }
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "SignInRequest")
    try rates.admit(nil, of: request, context)
    let (user, token) = try signIn.signIn(user: body["user"]?.string ?? "")
    let expiry = Int(clock.now().timeIntervalSince1970) + DevelopmentSignIn.lifetime
    return Response([
      "accessToken": .string(token), "expiresAt": .number(JSONNumber(expiry)),
      "subject": .string(user.subject),
    ])
  }

  private func webhook(_ request: Request, _ context: ServiceContext) async throws -> Response {
    guard let cronSecret else { throw AuthError(.wrongSecret) }
    try cronSecret.require(authorization: request.headers[.authorization])
    let query = try QueryItems(request, knowing: ["job"])
    let job = try query.required("job")
    let body =
      request.method == .post && request.headers[.contentType] != nil
      ? try await request.jsonObject(upTo: bodyLimit) : nil
    let (status, answer) = try await gateway.call(
      request.method, EngineAPI.prefix + "/webhook", query: [("job", job)], body: body,
      as: Self.scheduler, scope: CronAuthentication.scope)
    return Response(answer, status: status)
  }

  /// In whose name scheduled calls are made: nobody's.
  private static let scheduler = "00000000-0000-8000-8000-000000000000"
}
