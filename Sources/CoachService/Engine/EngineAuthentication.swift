import Hummingbird

/// Lets in who carries a token the façade has signed, as the user it names.
struct EngineAuthentication: RouterMiddleware {
  let verifier: TokenVerifier

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let claims = try await verifier.verify(authorization: request.headers[.authorization])
    var context = context
    context.subject = claims.subject
    return try await next(request, context)
  }
}
