public import CoachCore
import Foundation
import JSONKit

/// Decides whether an access token of Supabase's form is the session of a signed-in user.
///
/// A verifier has either published keys or one shared secret, never both, so that a public key can never be taken for a
/// secret.
public struct UserSessionVerifier: Sendable {
  /// Whose signature counts.
  public enum Trust: Sendable {
    /// Of keys that are published, ES256, EdDSA or RS256.
    case published(VerificationKeys)
    /// Of a secret shared with the issuer, HS256.
    case secret([UInt8])
  }

  private enum Keys: Sendable {
    case published(VerificationKeys)
    case secret(VerificationKey)
  }

  /// The most bytes a token may have; those with metadata of a user are longer than the engine's.
  public static let maximumBytes = 16_384
  /// What `aud` and `role` of a signed-in user's token say.
  static let signedIn = "authenticated"

  private let keys: Keys
  private let issuer: String
  private let clock: RunClock

  /// Makes a verifier.
  ///
  /// - Parameter issuer: what `iss` must be: for Supabase its URL and `/auth/v1`.
  /// - Throws: `KeyError` for a secret of fewer than 32 bytes.
  public init(_ trust: Trust, issuer: String, clock: RunClock) throws(KeyError) {
    switch trust {
    case .published(let published): keys = .published(published)
    case .secret(let secret): keys = .secret(try VerificationKey(secret: secret))
    }
    self.issuer = issuer
    self.clock = clock
  }

  /// Verifies the session a request carries.
  public func verify(_ token: SessionToken) async throws(AuthError) -> EndUser {
    try await verify(token.text)
  }

  /// Verifies an access token.
  ///
  /// - Returns: the user.
  /// - Throws: `AuthError`: 401 for a bad token, 403 for a session of nobody in particular, 503 when keys cannot be had.
  public func verify(_ token: String) async throws(AuthError) -> EndUser {
    let token = try CompactToken(token, maximumBytes: Self.maximumBytes)
    // The engine's tokens and others with a type of their own are no sessions.
    guard token.type.map({ $0.lowercased() == "jwt" }) ?? true else { throw AuthError(.unsupportedToken) }
    let key =
      switch keys {
      case .published(let published): try await published.key(token.keyID)
      case .secret(let secret): secret
      }
    return try user(token.claims(signedBy: key))
  }

  private func user(_ claims: JSONObject) throws(AuthError) -> EndUser {
    let reader = ClaimReader(claims: claims)
    try reader.requireIssuer(issuer)
    // Before the audience: an anonymous role has another one, and deserves the clearer word.
    if claims["role"]?.string == "anon" { throw AuthError(.anonymousUser) }
    try reader.requireAudience(Self.signedIn)
    guard let expiry = try reader.seconds("exp") else { throw AuthError(.invalidClaims) }
    try reader.requireTime(
      expiry: expiry, notBefore: reader.seconds("nbf"), issued: reader.seconds("iat"), at: clock.now())
    guard let role = claims["role"]?.string, role.utf8.elementsEqual(Self.signedIn.utf8) else {
      throw AuthError(.invalidClaims)
    }
    if let anonymous = claims["is_anonymous"] {
      guard let anonymous = anonymous.bool else { throw AuthError(.invalidClaims) }
      guard !anonymous else { throw AuthError(.anonymousUser) }
    }
    return EndUser(subject: try reader.subject())
  }
}
