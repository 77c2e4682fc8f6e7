import Hummingbird

/// Lets in scheduled calls: by the secret both sides know, or by a token the façade signed for one call.
struct CronAuthentication: RouterMiddleware {
  static let scope = "coach:cron"

  /// nil where no secret is set: then only a token is accepted.
  let secret: CronSecret?
  let verifier: TokenVerifier

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let authorization = request.headers[.authorization]
    // A token has dots and a secret is compared as a whole, so neither can pass for the other.
    if (try? secret?.require(authorization: authorization)) == nil {
      _ = try await verifier.verify(authorization: authorization, scope: Self.scope, singleUse: true)
    }
    return try await next(request, context)
  }
}
