import CoachCore
import Foundation
import JSONKit
import Testing

@testable import CoachService

/// A façade and an engine, each made of its own environment, understand each other.
@Suite("Configuration: what is made of it")
struct ConfiguredAuthTests {
  private struct Unreachable: Error {}

  private let time = AuthClock()
  private let pem = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
    -----END PRIVATE KEY-----
    """
  private let publicPEM = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
    -----END PUBLIC KEY-----
    """

  private func signer(_ configuration: ServiceConfiguration) throws -> TokenSigner {
    try #require(try configuration.makeSigner(clock: time.clock, makeID: { "t-1" }))
  }

  private func verifier(_ keys: VerificationKeys) -> TokenVerifier {
    TokenVerifier(keys: keys, issuer: "aicoach-facade", used: MemoryKVStore(), clock: time.clock)
  }

  @Test("two processes, by public key and by key set, and one by its own")
  func tokens() async throws {
    let facade = try ServiceConfiguration(
      environment: [
        "AICOACH_JWT_PRIVATE_KEY": pem, "AICOACH_ENGINE_URL": "http://engine", "AICOACH_JWT_SECONDS": "600",
        "AICOACH_DEVELOPMENT_SIGN_IN": "true",
      ], role: .facade)
    let signer = try signer(facade)
    let token = try signer.token(for: TokenForge.alice)
    for environment in [
      ["AICOACH_JWT_PUBLIC_KEY": publicPEM], ["AICOACH_JWKS_URL": "http://facade/jwks.json"],
    ] {
      let engine = try ServiceConfiguration(environment: environment, role: .engine)
      #expect(try engine.makeSigner(clock: time.clock, makeID: { "t" }) == nil)
      let keys = engine.makeTokenKeys(signer: nil, clock: time.clock) { url in
        #expect(url == "http://facade/jwks.json")
        return signer.jwks()
      }
      let claims = try await verifier(keys).verify(token)
      #expect(claims.expiry - claims.issued == 600)
    }
    let all = try ServiceConfiguration(environment: ["AICOACH_DEVELOPMENT_SIGN_IN": "true"], role: .all)
    let own = try self.signer(all)
    let keys = all.makeTokenKeys(signer: own, clock: time.clock) { _ in throw Unreachable() }
    _ = try await verifier(keys).verify(try own.token(for: TokenForge.alice))
    #expect(await Refusal.code { _ = try await verifier(keys).verify(token) } == .unknownKey)
  }

  @Test("sessions by key set and by secret")
  func sessions() async throws {
    let issuer = "https://ref.supabase.co/auth/v1"
    let secret = "a-secret-of-a-session-issuer-of-40-bytes"
    let forge = TokenForge()
    let payload = forge.text([
      "iss": .string(issuer), "aud": "authenticated", "role": "authenticated",
      "sub": .string(TokenForge.alice),
      "exp": .number(JSONNumber(AuthClock.start + 60)),
    ])
    let published = try ServiceConfiguration(
      environment: ["AICOACH_SESSION_JWKS_URL": "https://ref/jwks", "AICOACH_SESSION_ISSUER": issuer],
      role: .all)
    let document = KeySetDocument.bytes([forge.key])
    let byKeys = try #require(try published.makeSessionVerifier(clock: time.clock) { _ in document })
    let token = try forge.token(header: #"{"alg":"ES256","kid":"\#(forge.key.id)"}"#, payload: payload)
    #expect(try await byKeys.verify(token).subject == TokenForge.alice)
    let shared = try ServiceConfiguration(
      environment: ["AICOACH_SESSION_JWT_SECRET": secret, "AICOACH_SESSION_ISSUER": issuer], role: .all)
    let bySecret = try #require(
      try shared.makeSessionVerifier(clock: time.clock) { _ in throw Unreachable() })
    #expect(await Refusal.code { _ = try await bySecret.verify(token) } == .unsupportedToken)
    let development = try ServiceConfiguration(environment: ["AICOACH_DEVELOPMENT_SIGN_IN": "1"], role: .all)
    #expect(try development.makeSessionVerifier(clock: time.clock) { _ in throw Unreachable() } == nil)
  }
}
