import CoachCore
import Foundation
import JSONKit
import Synchronization
import Testing

@testable import CoachService

@Suite("Keys: rotation with overlap")
struct KeyRotationTests {
  private let time = AuthClock()

  private func signer(_ keys: SigningKeys) -> TokenSigner {
    let ids = AuthCounter()
    return TokenSigner(
      keys: keys, issuer: TokenForge.issuer, clock: time.clock, makeID: { "t-\(ids.next())" })
  }

  private func verifier(_ signer: TokenSigner) -> TokenVerifier {
    TokenVerifier(
      keys: VerificationKeys(url: "jwks", clock: time.clock) { _ in signer.jwks() },
      issuer: TokenForge.issuer, used: MemoryKVStore(), clock: time.clock)
  }

  private func keyID(_ token: String) throws -> String? {
    try CompactToken(token, maximumBytes: 4_096).keyID
  }

  @Test("what is signed is what is read, with and without a session")
  func roundTrip() async throws {
    for key in [SigningKey.generate(), SigningKey.generateP256()] {
      let signer = signer(try SigningKeys(key))
      let claims = try await verifier(signer).verify(
        try signer.token(for: TokenForge.alice, session: "s1"))
      #expect(claims.subject == TokenForge.alice)
      #expect(claims.audience == ["aicoach"])
      #expect(claims.scope == ["coach:run"])
      #expect(claims.session == "s1")
      #expect(claims.id == "t-1")
      #expect(claims.expiry - claims.issued == 300)
    }
  }

  @Test("the signer signs nothing that the engine would refuse")
  func refusesToSign() throws {
    let signer = signer(try SigningKeys(.generate()))
    for subject in ["", "alice", TokenForge.alice.uppercased()] {
      #expect(throws: AuthError(.invalidClaims)) { _ = try signer.token(for: subject) }
    }
    #expect(throws: AuthError(.invalidClaims)) { _ = try signer.token(for: TokenForge.alice, session: "a b") }
    #expect(throws: AuthError(.invalidClaims)) { _ = try signer.token(for: TokenForge.alice, scope: []) }
  }

  @Test("published, then signing, then the old one retired: both are good between, the old one is not after")
  func rotation() async throws {
    let (old, new) = (SigningKey.generateP256(), SigningKey.generate())
    let signer = signer(try SigningKeys(old))
    let verifier = verifier(signer)
    _ = try await verifier.verify(try signer.token(for: TokenForge.alice))
    try signer.rotate(to: new)
    #expect(signer.published().map(\.id) == [old.id, new.id])
    time.set(59.9)
    #expect(try keyID(try signer.token(for: TokenForge.alice)) == old.id)
    let last = try signer.token(for: TokenForge.alice)
    time.set(60)
    let first = try signer.token(for: TokenForge.alice)
    #expect(try keyID(first) == new.id)
    _ = try await verifier.verify(first)
    _ = try await verifier.verify(last)
    time.set(60 + 329)
    #expect(signer.published().map(\.id) == [old.id, new.id])
    time.set(60 + 630)
    #expect(signer.published().map(\.id) == [new.id])
    // A token that the old key signs now would be good by its times: the key is gone.
    let forged = try signerOf(old).token(for: TokenForge.alice)
    let code = await Refusal.code { _ = try await verifier.verify(forged) }
    #expect(code == .unknownKey)
    _ = try await verifier.verify(try signer.token(for: TokenForge.alice))
  }

  private func signerOf(_ key: SigningKey) throws -> TokenSigner {
    signer(try SigningKeys(key))
  }

  @Test("keys given beside the one that signs stay published until a rotation, and then one overlap")
  func alsoPublished() throws {
    let (old, current, next) = (SigningKey.generate(), SigningKey.generate(), SigningKey.generate())
    let signer = signer(try SigningKeys(current, alsoPublished: [old]))
    time.set(100_000)
    #expect(try keyID(try signer.token(for: TokenForge.alice)) == current.id)
    #expect(signer.published().map(\.id) == [old.id, current.id])
    try signer.rotate(to: next)
    time.advance(60 + 629)
    #expect(signer.published().map(\.id) == [old.id, current.id, next.id])
    time.advance(1)
    #expect(signer.published().map(\.id) == [next.id])
  }

  @Test("an engine in the same process believes what its signer publishes, at once")
  func sameProcess() async throws {
    let (old, new) = (SigningKey.generate(), SigningKey.generateP256())
    let signer = signer(try SigningKeys(old))
    let verifier = TokenVerifier(
      keys: VerificationKeys(of: signer), issuer: TokenForge.issuer, used: MemoryKVStore(), clock: time.clock)
    _ = try await verifier.verify(try signer.token(for: TokenForge.alice))
    try signer.rotate(to: new)
    time.set(60)
    _ = try await verifier.verify(try signer.token(for: TokenForge.alice))
    time.set(60 + 630)
    let forged = try signerOf(old).token(for: TokenForge.alice)
    #expect(await Refusal.code { _ = try await verifier.verify(forged) } == .unknownKey)
  }

  @Test("a key twice, or too many, are refused; retired ones make room")
  func limits() throws {
    let key = SigningKey.generate()
    #expect(throws: KeyError.self) { _ = try SigningKeys(key, alsoPublished: [key]) }
    let signer = signer(try SigningKeys(key))
    #expect(throws: KeyError.self) { try signer.rotate(to: key) }
    for _ in 1..<8 { try signer.rotate(to: .generate()) }
    #expect(throws: KeyError.self) { try signer.rotate(to: .generate()) }
    time.set(60 + 630)
    try signer.rotate(to: .generate())
    #expect(signer.published().count == 2)
  }

  @Test(
    "over ten rotations with tokens every ten seconds no token is refused in its life, unknown kids or not")
  func rotationUnderLoad() async throws {
    let signer = signer(try SigningKeys(.generate()))
    let verifier = verifier(signer)
    let forge = TokenForge()
    var random = SeededGenerator(seed: 11)
    var living: [(token: String, until: Double)] = []
    var verified = 0
    for step in 0..<1_000 {
      time.set(Double(step) * 10)
      if step % 100 == 50 { try signer.rotate(to: step % 200 == 50 ? .generateP256() : .generate()) }
      living.append((try signer.token(for: TokenForge.alice), time.seconds + 300))
      living.removeAll { $0.until < time.seconds }
      // Somebody guesses names of keys all the while, which uses every fetch up that there is.
      let guess = try forge.token(member: "kid", .string("guess-\(step)"))
      let code = await Refusal.code { _ = try await verifier.verify(guess) }
      #expect(code == .unknownKey)
      for _ in 0..<3 {
        let token = living[Int(random.next() % UInt64(living.count))].token
        _ = try await verifier.verify(token)
        verified += 1
      }
      _ = try await verifier.verify(try #require(living.last).token)
    }
    #expect(verified == 3_000)
  }

  @Test("keys change while many sign: every token is good")
  func concurrentRotation() async throws {
    let signer = signer(try SigningKeys(.generate()))
    let (time, verifier) = (time, verifier(signer))
    let good = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var good = 0
          for _ in 0..<50 {
            _ = try await verifier.verify(try signer.token(for: TokenForge.alice))
            good += 1
          }
          return good
        }
      }
      group.addTask {
        // Four minutes at most: within the life of any token signed meanwhile.
        for _ in 0..<4 {
          try signer.rotate(to: .generate())
          time.advance(61)
          await Task.yield()
        }
        return 0
      }
      return try await group.reduce(0, +)
    }
    #expect(good == 400)
  }
}
