import CoachCore
import Crypto
import Foundation
import JSONKit
import JWTKit
import Testing

@testable import CoachService

/// The tokens of another implementation are read here, and ours there.
@Suite("Tokens: JWTKit as the other side")
struct TokenPeerTests {
  private struct Payload: JWTPayload {
    let iss: String
    let aud: [String]
    let sub: String
    let scope: [String]
    let jti: String
    let iat: Int
    let nbf: Int
    let exp: Int

    func verify(using _: some JWTAlgorithm) async throws {}
  }

  private let forge = TokenForge()

  @Test("JWTKit reads our tokens by our published document")
  func ours() async throws {
    for key in [SigningKey.generate(), SigningKey.generateP256()] {
      let signer = TokenSigner(
        keys: try SigningKeys(key), issuer: TokenForge.issuer,
        clock: forge.clock.clock, makeID: { "t-9" })
      let keys = JWTKeyCollection()
      try await keys.add(jwksJSON: String(decoding: signer.jwks(), as: UTF8.self))
      let payload = try await keys.verify(try signer.token(for: TokenForge.alice), as: Payload.self)
      #expect(payload.sub == TokenForge.alice)
      #expect(payload.exp - payload.iat == 300)
    }
  }

  @Test("tokens that JWTKit signs are read here, with its keys as PEM texts")
  func theirs() async throws {
    let (es256, ed) = (ES256PrivateKey(), try EdDSA.PrivateKey(curve: .ed25519))
    let mine = try VerificationKey.keys(pem: es256.publicKey.pemRepresentation)
    let now = AuthClock.start
    let payload = Payload(
      iss: TokenForge.issuer, aud: ["aicoach"], sub: TokenForge.alice, scope: ["coach:run"], jti: "j",
      iat: now,
      nbf: now, exp: now + 600)
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: es256, kid: JWKIdentifier(string: mine[0].id))
    let verifier = TokenVerifier(
      keys: VerificationKeys(mine), issuer: TokenForge.issuer, used: MemoryKVStore(), clock: forge.clock.clock
    )
    let token = try await keys.sign(
      payload, kid: JWKIdentifier(string: mine[0].id), header: ["typ": "coach+jwt"])
    #expect(try await verifier.verify(token).subject == TokenForge.alice)
    let signing = try SigningKey.keys(pem: ed.pemRepresentation)
    #expect(signing.map(\.algorithm) == [.edDSA])
    #expect(try SigningKey.keys(pem: es256.pemRepresentation).map(\.id) == mine.map(\.id))
  }
}
