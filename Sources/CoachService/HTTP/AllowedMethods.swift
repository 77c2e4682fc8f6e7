import HTTPTypes
import Hummingbird

/// The paths of an API and the methods each has.
///
/// The router knows a path with another method as little as one that is not there; a client is better told which
/// methods there are (RFC 9110 §15.5.6).
struct AllowedMethods: RouterMiddleware {
  private let methods: [String: [HTTPRequest.Method]]

  init(_ methods: [String: [HTTPRequest.Method]]) {
    self.methods = methods
  }

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    guard let allowed = methods[request.uri.path] else { throw Problem.notFound }
    guard allowed.contains(request.method) else {
      let list = allowed.map(\.rawValue).joined(separator: ", ")
      throw Problem(
        .methodNotAllowed, "method_not_allowed", "this address takes \(list)", headers: [.allow: list])
    }
    return try await next(request, context)
  }
}
