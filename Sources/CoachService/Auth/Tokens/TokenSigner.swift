public import CoachCore
import Foundation
import JSONKit
import Synchronization

/// Signs the façade's tokens for the engine, and changes its key while it does.
public final class TokenSigner: Sendable {
  /// The token's type, so that no other token of the same key passes for one (RFC 8725 §3.11).
  public static let type = "coach+jwt"
  /// The engine's name in `aud`, unless another is configured.
  public static let audience = "aicoach"

  private let keys: Mutex<SigningKeys>
  private let issuer: String
  private let audience: String
  private let lifetime: Int
  private let clock: RunClock
  private let makeID: @Sendable () -> String

  /// Makes a signer.
  ///
  /// - Parameters:
  ///   - lifetime: seconds a token lives; less than 300 counts as 300, more than 600 as 600.
  ///   - makeID: names tokens; no name may come twice.
  public init(
    keys: SigningKeys, issuer: String, audience: String = TokenSigner.audience, lifetime: Int = 300,
    clock: RunClock, makeID: @escaping @Sendable () -> String
  ) {
    self.keys = Mutex(keys)
    self.issuer = issuer
    self.audience = audience
    self.lifetime = min(max(lifetime, 300), EngineClaims.maximumLifetime)
    self.clock = clock
    self.makeID = makeID
  }

  /// A token for a user.
  ///
  /// - Parameters:
  ///   - subject: the user's UUID in lower case.
  ///   - scope: what the bearer may do.
  ///   - session: the one session the token is about, nil for all of the user's.
  /// - Throws: `AuthError` with `invalid_claims` when the engine would refuse the subject, scope, session or id.
  public func token(
    for subject: String, scope: [String] = [EngineClaims.runScope], session: String? = nil
  ) throws(AuthError) -> String {
    let id = makeID()
    guard TextForm.isLowercaseUUID(subject), TextForm.isWord(id), session.map(TextForm.isWord) ?? true,
      (1...16).contains(scope.count)
    else { throw AuthError(.invalidClaims) }
    let now = clock.now()
    let issued = Int(now.timeIntervalSince1970.rounded(.down))
    let claims = EngineClaims(
      issuer: issuer, audience: [audience], subject: subject, scope: scope, session: session, id: id,
      issued: issued, notBefore: issued, expiry: issued + lifetime)
    let key = keys.withLock { $0.current(at: now) }
    let header: JSONValue = [
      "alg": .string(key.algorithm.rawValue), "typ": .string(Self.type), "kid": .string(key.id),
    ]
    return try CompactToken.text(header: header, payload: claims.payload) { try key.signature(of: $0) }
  }

  /// Publishes a key, which takes over ``SigningKeys/lead`` later; the old one goes when its tokens are over.
  ///
  /// - Throws: `KeyError` when the key is published already, or too many are.
  public func rotate(to key: SigningKey) throws(KeyError) {
    let now = clock.now()
    let result = keys.withLock { keys -> Result<Void, KeyError> in
      do throws(KeyError) {
        try keys.add(key, at: now)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// The key set document to publish now (RFC 7517).
  public func jwks() -> [UInt8] {
    let now = clock.now()
    return keys.withLock { $0.jwks(at: now) }
  }

  /// The public keys published now.
  public func published() -> [VerificationKey] {
    let now = clock.now()
    return keys.withLock { $0.published(at: now) }
  }
}
