public import CoachCore
import Crypto
import Foundation

/// Decides whether a token of the façade opens a route of the engine (domain rules §8, RFC 8725).
///
/// Checked in this order: size, three parts of strict base64url, header without duplicate or refused members, type, a
/// key of that name, the key's own algorithm, signature; then issuer, audience, times, life, subject, scope and, where a
/// token is for one use, whether it has been used.
public struct TokenVerifier: Sendable {
  /// The most bytes a token may have.
  public static let maximumBytes = 4_096

  private let keys: VerificationKeys
  private let issuer: String
  private let audience: String
  private let used: any KVStore
  private let clock: RunClock

  /// Makes a verifier.
  ///
  /// - Parameter used: where tokens for one use are noted; every process that verifies must share it.
  public init(
    keys: VerificationKeys, issuer: String, audience: String = TokenSigner.audience, used: any KVStore,
    clock: RunClock
  ) {
    self.keys = keys
    self.issuer = issuer
    self.audience = audience
    self.used = used
    self.clock = clock
  }

  /// Takes the token out of an `Authorization` header and verifies it.
  public func verify(
    authorization: String?, scope: String = EngineClaims.runScope, singleUse: Bool = false
  ) async throws(AuthError) -> EngineClaims {
    guard let authorization else { throw AuthError(.missingCredentials) }
    guard let token = SessionToken.bearer(authorization) else { throw AuthError(.malformedToken) }
    return try await verify(token, scope: scope, singleUse: singleUse)
  }

  /// Verifies a token for a route.
  ///
  /// - Parameters:
  ///   - scope: what the route asks for.
  ///   - singleUse: whether the token may be used only once.
  /// - Returns: its claims.
  /// - Throws: `AuthError`: 401 for a bad token, 403 for a good one without the scope, 503 when keys or the list of used
  ///   tokens cannot be read.
  public func verify(
    _ token: String, scope: String = EngineClaims.runScope, singleUse: Bool = false
  ) async throws(AuthError) -> EngineClaims {
    let token = try CompactToken(token, maximumBytes: Self.maximumBytes)
    guard let type = token.type, type.utf8.elementsEqual(TokenSigner.type.utf8) else {
      throw AuthError(.unsupportedToken)
    }
    let key = try await keys.key(token.keyID)
    let claims = try EngineClaims(
      token.claims(signedBy: key), issuer: issuer, audience: audience, at: clock.now())
    try claims.requireScope(scope)
    if singleUse { try await use(claims) }
    return claims
  }

  /// Notes a token for as long as it could be shown again; of two that come at once one is refused.
  private func use(_ claims: EngineClaims) async throws(AuthError) {
    let name = ContentHash.sha256("\(claims.issuer.utf8.count):\(claims.issuer)\(claims.id)")
    let end = Date(timeIntervalSince1970: Double(claims.expiry + ClaimReader.skewSeconds))
    do throws(CoachError) {
      let earlier = try await used.setIfAbsent(
        "service:jti:\(name)", "used", until: RunClock.text(end), at: clock.timestamp())
      guard earlier == nil else { throw CoachError(.conflict, "The token was used.") }
    } catch {
      throw AuthError(error.code == .conflict ? .replayedToken : .unavailable)
    }
  }
}
