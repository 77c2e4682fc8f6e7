import HTTPTypes
import Hummingbird

/// Holds users and addresses to their share of requests.
struct ClientRates: RouterMiddleware {
  let rates: RequestRates
  /// How many proxies stand in front, each of which adds an address to `X-Forwarded-For`.
  let trustedProxies: Int

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    try admit(context.subject, of: request, context)
    return try await next(request, context)
  }

  /// - Throws: `Problem` with status 429 and `Retry-After`.
  func admit(_ user: String?, of request: Request, _ context: ServiceContext) throws {
    let lines = request.headers.lazy.filter { $0.name.canonicalName == "x-forwarded-for" }.map(\.value)
    let address = ForwardedFor(Array(lines)).client(behind: trustedProxies, peer: context.peer)
    guard let wait = rates.admit(user: user, address: address ?? "unknown") else { return }
    throw Problem(
      .tooManyRequests, "rate_limited", "too many requests; try again in \(wait) s",
      headers: [.retryAfter: String(wait)])
  }
}
