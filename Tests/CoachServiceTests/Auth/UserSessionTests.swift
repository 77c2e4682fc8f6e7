import CoachCore
import Crypto
import CryptoExtras
import Foundation
import JSONKit
import Testing

@testable import CoachService

@Suite("Sessions of users")
struct UserSessionTests {
  private static let issuer = "https://ref.supabase.co/auth/v1"
  private let forge = TokenForge()
  private let secret = Array("0123456789abcdef0123456789abcdef".utf8)

  private var claims: JSONObject {
    [
      "iss": .string(Self.issuer), "aud": "authenticated", "sub": .string(TokenForge.alice),
      "role": "authenticated", "is_anonymous": false, "session_id": "s", "aal": "aal1",
      "amr": [["method": "otp", "timestamp": 1]], "user_metadata": ["name": "Asha"],
      "iat": .number(JSONNumber(AuthClock.start)), "exp": .number(JSONNumber(AuthClock.start + 3_600)),
    ]
  }

  private func hs256(_ secret: [UInt8]) -> ([UInt8]) -> [UInt8] {
    { Array(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: secret))) }
  }

  private func secretVerifier() throws -> UserSessionVerifier {
    try UserSessionVerifier(.secret(secret), issuer: Self.issuer, clock: forge.clock.clock)
  }

  private func published(_ keys: [VerificationKey]) throws -> UserSessionVerifier {
    try UserSessionVerifier(
      .published(VerificationKeys(keys)), issuer: Self.issuer, clock: forge.clock.clock)
  }

  private func token(_ claims: JSONObject) throws -> String {
    try forge.token(
      header: #"{"alg":"HS256","typ":"JWT"}"#, payload: forge.text(claims), sign: hs256(secret))
  }

  @Test("HS256 by the shared secret, ES256, EdDSA and RS256 by published keys")
  func algorithms() async throws {
    #expect(try await secretVerifier().verify(try token(claims)).subject == TokenForge.alice)
    let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let rsaKey = VerificationKey(.rsa(rsa.publicKey))
    let verifier = try published([forge.key, forge.ed, rsaKey])
    let payload = forge.text(claims)
    let tokens = [
      try forge.token(header: #"{"alg":"ES256","kid":"\#(forge.key.id)"}"#, payload: payload),
      try forge.token(header: #"{"alg":"EdDSA","typ":"jwt","kid":"\#(forge.ed.id)"}"#, payload: payload) {
        Array(try forge.edKey.signature(for: $0))
      },
      try forge.token(header: #"{"alg":"RS256","typ":"JWT","kid":"\#(rsaKey.id)"}"#, payload: payload) {
        Array(try rsa.signature(for: SHA256.hash(data: $0), padding: .insecurePKCS1v1_5).rawRepresentation)
      },
    ]
    for token in tokens { #expect(try await verifier.verify(token).subject == TokenForge.alice) }
  }

  @Test("a public key is never a secret, and a secret never a public key")
  func confusion() async throws {
    let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let rsaKey = VerificationKey(.rsa(rsa.publicKey))
    let verifier = try published([rsaKey])
    for material in [Array(rsa.publicKey.pemRepresentation.utf8), Array(rsa.publicKey.derRepresentation)] {
      let forged = try forge.token(
        header: #"{"alg":"HS256","kid":"\#(rsaKey.id)"}"#, payload: forge.text(claims), sign: hs256(material))
      #expect(await Refusal.code { _ = try await verifier.verify(forged) } == .unsupportedToken)
      let byName = try forge.token(
        header: #"{"alg":"HS256","kid":"secret"}"#, payload: forge.text(claims), sign: hs256(material))
      #expect(await Refusal.code { _ = try await verifier.verify(byName) } == .unknownKey)
    }
    for algorithm in ["RS256", "ES256", "none", "HS512"] {
      let forged = try forge.token(
        header: #"{"alg":"\#(algorithm)"}"#, payload: forge.text(claims), sign: hs256(secret))
      #expect(await Refusal.code { _ = try await secretVerifier().verify(forged) } == .unsupportedToken)
    }
    let pss = try forge.token(header: #"{"alg":"PS256","kid":"\#(rsaKey.id)"}"#, payload: forge.text(claims))
    {
      Array(try rsa.signature(for: SHA256.hash(data: $0), padding: .PSS).rawRepresentation)
    }
    #expect(await Refusal.code { _ = try await verifier.verify(pss) } == .unsupportedToken)
  }

  @Test("the engine's tokens are no sessions, though the key be the same")
  func engineToken() async throws {
    let verifier = try published([forge.key])
    let token = try forge.token(payload: forge.text(claims))
    #expect(await Refusal.code { _ = try await verifier.verify(token) } == .unsupportedToken)
  }

  @Test("roles and claims that are not a signed-in user's")
  func claimForms() async throws {
    let verifier = try secretVerifier()
    let cases: [(String, JSONValue?, AuthError.Code)] = [
      ("role", "anon", .anonymousUser), ("is_anonymous", true, .anonymousUser),
      ("is_anonymous", "false", .invalidClaims), ("is_anonymous", .null, .invalidClaims),
      ("role", "service_role", .invalidClaims), ("role", nil, .invalidClaims), ("role", 1, .invalidClaims),
      ("aud", "anon", .wrongAudience), ("aud", [], .wrongAudience), ("aud", nil, .wrongAudience),
      ("iss", "supabase", .wrongIssuer), ("iss", .string(Self.issuer + "/"), .wrongIssuer),
      ("sub", "alice", .invalidClaims), ("sub", nil, .invalidClaims), ("exp", nil, .invalidClaims),
      ("exp", 1.5, .invalidClaims), ("exp", .number(JSONNumber(AuthClock.start - 30)), .expiredToken),
      ("nbf", .number(JSONNumber(AuthClock.start + 31)), .futureToken), ("nbf", "0", .invalidClaims),
      ("iat", .number(JSONNumber(AuthClock.start + 31)), .futureToken),
    ]
    for (name, value, code) in cases {
      var changed = claims
      changed[name] = value
      let token = try token(changed)
      #expect(await Refusal.code { _ = try await verifier.verify(token) } == code, "\(name)")
    }
    var anonymous = claims
    anonymous["role"] = "anon"
    anonymous["aud"] = nil
    let key = try token(anonymous)
    #expect(await Refusal.code { _ = try await verifier.verify(key) } == .anonymousUser)
    #expect(AuthError(.anonymousUser).status == 403)
  }

  @Test("a secret of fewer than 32 bytes is none")
  func shortSecret() {
    #expect(throws: KeyError.self) {
      _ = try UserSessionVerifier(.secret([1, 2, 3]), issuer: "i", clock: forge.clock.clock)
    }
  }

  @Test("of 5,000 mutations of a session token none is accepted")
  func mutations() async throws {
    let verifier = try secretVerifier()
    let original = try token(claims)
    var random = SeededGenerator(seed: 12)
    var accepted = 0
    for _ in 0..<5_000 {
      var bytes = Array(original.utf8)
      let place = Int(random.next() % UInt64(bytes.count))
      bytes[place] ^= UInt8(1 + random.next() % 255)
      let mutant = String(decoding: bytes, as: UTF8.self)
      if await Refusal.code({ _ = try await verifier.verify(mutant) }) == nil { accepted += 1 }
    }
    #expect(accepted == 0)
  }
}
