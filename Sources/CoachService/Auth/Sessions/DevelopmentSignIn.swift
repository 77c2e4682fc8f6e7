public import CoachCore
import Crypto
import Foundation
import JSONKit

/// Signs fixture users in without a password, for development and tests; a service has one only when asked for it.
///
/// Its sessions are signed by a secret of this process and are good nowhere else.
public struct DevelopmentSignIn: Sendable {
  /// The issuer of its sessions.
  public static let issuer = "urn:coach:development"
  /// How long a session lives, in seconds.
  public static let lifetime = 3_600

  /// Verifies the sessions issued here, and no others.
  public let verifier: UserSessionVerifier

  private let secret: SymmetricKey
  private let clock: RunClock
  private let makeTenant: @Sendable () -> UInt64

  /// Makes a sign-in.
  ///
  /// - Parameters:
  ///   - secret: what to sign with, 32 bytes or more; random for this process when nil.
  ///   - makeTenant: the tenant of the next sign-in that names none; only its lowest 38 bits are used.
  /// - Throws: `KeyError` for a secret that is too short.
  public init(
    secret: [UInt8]? = nil, clock: RunClock,
    makeTenant: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0..<FixtureSubject.tenants) }
  ) throws(KeyError) {
    let bytes = secret ?? SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    verifier = try UserSessionVerifier(.secret(bytes), issuer: Self.issuer, clock: clock)
    self.secret = SymmetricKey(data: bytes)
    self.clock = clock
    self.makeTenant = makeTenant
  }

  /// Signs a fixture user in.
  ///
  /// - Parameters:
  ///   - user: the fixture's id.
  ///   - tenant: which of the users with that id; a new one when nil.
  /// - Returns: the user, and the access token of the session.
  /// - Throws: `AuthError` with `invalid_claims` for an id or a tenant out of range.
  public func signIn(
    user: String, tenant: UInt64? = nil
  ) throws(AuthError) -> (user: EndUser, token: String) {
    let tenant = tenant ?? makeTenant() & (FixtureSubject.tenants - 1)
    guard let subject = FixtureSubject(user: user, tenant: tenant)?.uuid else {
      throw AuthError(.invalidClaims)
    }
    let now = Int(clock.now().timeIntervalSince1970.rounded(.down))
    let payload: JSONValue = [
      "iss": .string(Self.issuer), "aud": .string(UserSessionVerifier.signedIn), "sub": .string(subject),
      "role": .string(UserSessionVerifier.signedIn), "is_anonymous": false,
      "iat": .number(JSONNumber(now)), "exp": .number(JSONNumber(now + Self.lifetime)),
    ]
    let token = try CompactToken.text(header: ["alg": "HS256", "typ": "JWT"], payload: payload) {
      Array(HMAC<SHA256>.authenticationCode(for: $0, using: secret))
    }
    return (EndUser(subject: subject), token)
  }
}
