import CoachCore
import Finance
import Hummingbird
import JSONKit

/// The engine's HTTP interface, `/api/aicoach/…`: what the façade calls with a signed token.
///
/// Its contract is the document it serves. Whatever a route reads or writes it reaches in the name of the token's
/// subject: another user's session is not refused, it is not there.
struct EngineAPI: Sendable {
  static let prefix = "/api/aicoach"

  let document: APIDocument
  let runner: SessionRunner
  let store: any CoachStore
  let pipelines: CoachPipelines
  let hub: EventHub
  let jobs: JobRunner
  let verifier: TokenVerifier
  let cronSecret: CronSecret?
  let clock: RunClock
  /// The models a request may name; nil for all there are.
  let models: [String]?
  /// The date portfolios are valued on when a request names none; nil for today in India.
  let day: CivilDate?
  let bodyLimit: Int

  /// Adds the routes to a router.
  func add(to router: Router<ServiceContext>) {
    let prefix = RouterPath(Self.prefix)
    router.group(prefix).add(middleware: EngineAuthentication(verifier: verifier))
      .post("session", use: begin)
      .get("stream", use: stream)
      .get("insights", use: insights)
      .post("feedback", use: feedback)
      .post("cancel", use: cancel)
    router.group(prefix).add(middleware: CronAuthentication(secret: cronSecret, verifier: verifier))
      .get("webhook", use: webhook)
      .post("webhook", use: webhook)
  }

  private func begin(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let key = try IdempotencyKey.read(request)
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "StartRequest")
    let order = try StartRequest(body).request(
      for: context.authenticated(), on: day ?? clock.indianDay, idempotencyKey: key)
    if let models, !models.contains(order.options.model) {
      throw Problem(
        .unprocessableContent, "unknown_model",
        "options/model must be one of \(models.joined(separator: ", "))")
    }
    let begun = try await runner.begin(order)
    return Response(
      ["session_id": .string(begun.session)], status: begun.isRepeat ? .ok : .created)
  }

  private func feedback(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "FeedbackRequest")
    return Response(try await FeedbackRequest(body, of: context.authenticated()).record(by: pipelines))
  }

  private func cancel(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "CancelRequest")
    let session = body["session_id"]?.string ?? ""
    let isEnding = try await runner.cancel(session, of: context.authenticated())
    return Response(["session_id": .string(session), "status": isEnding ? "cancelling" : "ended"])
  }
}
