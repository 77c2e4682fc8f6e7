import CoachCore
import Crypto
import Foundation
import JSONKit

@testable import CoachService

/// Makes tokens, good ones and such as nobody should believe, and a verifier to show them to.
struct TokenForge {
  static let issuer = "https://facade.example"
  static let alice = "6b1f0f0e-3a52-4c1c-8f5e-0c9a3f1d2e4b"
  static let bob = "0d9c1b2a-7e6f-4d5c-9b8a-1f2e3d4c5b6a"

  let clock = AuthClock()
  let secretKey = P256.Signing.PrivateKey()
  let edKey = Curve25519.Signing.PrivateKey()
  let used = MemoryKVStore()

  var key: VerificationKey { VerificationKey(.p256(secretKey.publicKey)) }
  var ed: VerificationKey { VerificationKey(.ed25519(edKey.publicKey)) }

  var verifier: TokenVerifier {
    TokenVerifier(
      keys: VerificationKeys([key, ed]), issuer: Self.issuer, used: used, clock: clock.clock)
  }

  var header: JSONObject { ["alg": "ES256", "typ": "coach+jwt", "kid": .string(key.id)] }

  var claims: JSONObject {
    let now = AuthClock.start + Int(clock.seconds)
    return [
      "iss": .string(Self.issuer), "aud": ["aicoach"], "sub": .string(Self.alice),
      "scope": ["coach:run"], "jti": "t-1", "iat": .number(JSONNumber(now)),
      "nbf": .number(JSONNumber(now)), "exp": .number(JSONNumber(now + 300)),
    ]
  }

  /// A token of any texts, signed by the P-256 key unless told otherwise.
  func token(
    header: String? = nil, payload: String? = nil, sign: (([UInt8]) throws -> [UInt8])? = nil
  ) throws -> String {
    let parts = [header ?? text(self.header), payload ?? text(claims)]
      .map { Base64URL.text($0.utf8) }.joined(separator: ".")
    let signature = try (sign ?? es256)(Array(parts.utf8))
    return "\(parts).\(Base64URL.text(signature))"
  }

  /// A good token but for one claim, nil to leave it out.
  func token(claim name: String, _ value: JSONValue?) throws -> String {
    var claims = claims
    claims[name] = value
    return try token(payload: text(claims))
  }

  /// A good token but for one claim that stands as it is written.
  func token(claim name: String, written value: String) throws -> String {
    var claims = claims
    claims[name] = nil
    return try token(payload: String(text(claims).dropLast()) + ",\"\(name)\":\(value)}")
  }

  /// A good token but for one header member, nil to leave it out.
  func token(member name: String, _ value: JSONValue?) throws -> String {
    var header = header
    header[name] = value
    return try token(header: text(header))
  }

  func es256(_ bytes: [UInt8]) throws -> [UInt8] {
    Array(try secretKey.signature(for: bytes).rawRepresentation)
  }

  func text(_ object: JSONObject) -> String { JSONValue.object(object).compact() }

  /// Why a token is refused, nil when it is not.
  func refusal(_ token: String, singleUse: Bool = false) async -> AuthError.Code? {
    await Refusal.code { _ = try await verifier.verify(token, singleUse: singleUse) }
  }
}
