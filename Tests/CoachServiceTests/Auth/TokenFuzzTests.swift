import Crypto
import Foundation
import JSONKit
import Testing

@testable import CoachService

@Suite("Tokens: mutations")
struct TokenFuzzTests {
  @Test("of 20,000 mutations of good tokens none is accepted with other claims, and nothing crashes")
  func mutations() async throws {
    let forge = TokenForge()
    let ed = try forge.token(
      header: forge.text(["alg": "EdDSA", "typ": "coach+jwt", "kid": .string(forge.ed.id)])
    ) { Array(try forge.edKey.signature(for: $0)) }
    let originals = [try forge.token(), ed, try forge.token(claim: "sub", .string(TokenForge.bob))]
    let verifier = forge.verifier
    var random = SeededGenerator(seed: 6)
    var changed = 0
    var codes: [String: Int] = [:]
    for _ in 0..<20_000 {
      let original = originals[Int(random.next() % UInt64(originals.count))]
      let mutant = mutate(original, originals, &random)
      guard !originals.contains(mutant) else { continue }
      changed += 1
      do {
        let claims = try await verifier.verify(mutant)
        Issue.record("accepted: \(mutant) for \(claims.subject)")
      } catch {
        codes[error.code.description, default: 0] += 1
      }
    }
    #expect(changed > 15_000)
    #expect(codes.keys.contains("invalid_signature") && codes.keys.contains("malformed_token"))
  }

  @Test("headers and claims of random values, signed by the right key, are refused or read, never more")
  func randomClaims() async throws {
    let forge = TokenForge()
    var random = SeededGenerator(seed: 7)
    let values: [JSONValue] = [
      .null, true, 0, -1, 1e300, "", "aicoach", "coach:run", [], [[]], [:], ["aicoach"], [.null], "\u{0}",
      .number(JSONNumber(Int.max)), .number(JSONNumber(Int.min)), .string(TokenForge.bob),
    ]
    for _ in 0..<2_000 {
      var claims = forge.claims
      for _ in 0...Int(random.next() % 3) {
        let name = claims.keys[Int(random.next() % UInt64(claims.count))]
        claims[name] = values[Int(random.next() % UInt64(values.count))]
      }
      let token = try forge.token(payload: forge.text(claims))
      if await forge.refusal(token) == nil {
        #expect(claims["scope"] == ["coach:run"])
        #expect(claims["iss"] == .string(TokenForge.issuer))
      }
    }
  }

  private func mutate(_ text: String, _ others: [String], _ random: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    let place = Int(random.next() % UInt64(bytes.count))
    switch random.next() % 7 {
    case 0: bytes[place] ^= 1 << UInt8(random.next() % 8)
    case 1: bytes[place] = Array("AZaz09-_=+/. \n".utf8)[Int(random.next() % 14)]
    case 2: bytes.removeSubrange(place...)
    case 3: bytes.removeSubrange(..<place)
    case 4: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
    case 5: bytes.remove(at: place)
    default:
      let other = others[Int(random.next() % UInt64(others.count))].split(separator: ".")
      var parts = text.split(separator: ".")
      parts[Int(random.next() % 3)] = other[Int(random.next() % 3)]
      return parts.joined(separator: ".")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
