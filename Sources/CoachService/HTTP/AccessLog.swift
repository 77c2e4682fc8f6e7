import Hummingbird
import Logging
import Metrics

/// Writes a line and counts for each request: method, route and status; never a query, a header or a body.
struct AccessLog: RouterMiddleware {
  let server: String

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    // The route's own path, so that a label holds nothing a caller made up.
    let route = response.status == .notFound ? "unknown" : context.endpointPath ?? "unknown"
    let dimensions = [
      ("server", server), ("method", Self.label(request.method)), ("route", route),
      ("status", String(response.status.code)),
    ]
    Counter(label: "http.server.requests", dimensions: dimensions).increment()
    Metrics.Timer(label: "http.server.request.duration", dimensions: dimensions)
      .record(duration: ContinuousClock.now - start)
    context.logger.debug(
      "request",
      metadata: [
        "method": "\(Self.label(request.method))", "route": "\(route)", "status": "\(response.status.code)",
      ])
    return response
  }

  private static func label(_ method: HTTPRequest.Method) -> String {
    [.get, .head, .post, .put, .patch, .delete, .options].contains(method) ? method.rawValue : "other"
  }
}
