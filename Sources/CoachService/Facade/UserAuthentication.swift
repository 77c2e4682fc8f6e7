import HTTPTypes
import Hummingbird

/// Lets in who carries the session of a signed-in user, as that user.
struct UserAuthentication: RouterMiddleware {
  /// Who may have issued a session; the first that accepts it counts.
  let verifiers: [UserSessionVerifier]

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.subject = try await subject(of: request)
    return try await next(request, context)
  }

  /// The user whose session a request carries.
  ///
  /// - Throws: `AuthError`, or `Problem` with status 403 for a write another site's page has sent.
  func subject(of request: Request) async throws -> String {
    let token = try SessionToken.find(
      authorization: request.headers[.authorization], cookies: request.headers[values: .cookie])
    if token.source == .cookie, request.method != .get { try refuseOtherSites(request) }
    var refusal = AuthError(.missingCredentials)
    for verifier in verifiers {
      do throws(AuthError) {
        return try await verifier.verify(token).subject
      } catch {
        refusal = error
      }
    }
    throw refusal
  }

  /// A browser sends cookies along with what another site's page asks for, and says in these headers that it does.
  private func refuseOtherSites(_ request: Request) throws {
    let problem = Problem(.forbidden, "forbidden", "another site may not do this in the user's name")
    if let site = request.headers[.secFetchSite], !["same-origin", "none"].contains(site) { throw problem }
    if let origin = request.headers[.origin], let host = request.head.authority,
      origin.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) != host
    {
      throw problem
    }
  }
}

extension HTTPField.Name {
  // swift-format-ignore: NeverForceUnwrap
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
