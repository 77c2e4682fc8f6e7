import CoachCore
import Crypto
import CryptoExtras
import Foundation
import JSONKit
import Testing

@testable import CoachService

/// The attacks of domain rules §8 on a token's form, header and signature.
@Suite("Tokens: form, header and signature under attack")
struct TokenSignatureAttackTests {
  private let forge = TokenForge()

  @Test("a good token opens the route, by either algorithm")
  func good() async throws {
    let claims = try await forge.verifier.verify(try forge.token())
    #expect(claims.subject == TokenForge.alice)
    let ed = try forge.token(
      header: forge.text(["alg": "EdDSA", "typ": "coach+jwt", "kid": .string(forge.ed.id)])
    ) { Array(try forge.edKey.signature(for: $0)) }
    #expect(try await forge.verifier.verify(ed).id == "t-1")
  }

  @Test("alg none, in any spelling, with and without a signature")
  func none() async throws {
    for name in ["none", "None", "NONE", "nOnE", ""] {
      let header = forge.text(["alg": .string(name), "typ": "coach+jwt", "kid": .string(forge.key.id)])
      #expect(await forge.refusal(try forge.token(header: header) { _ in [] }) == .unsupportedToken)
      #expect(await forge.refusal(try forge.token(header: header)) == .unsupportedToken)
    }
  }

  @Test("HS256 with the public key as its secret, in every form it is published in")
  func publicKeyAsSecret() async throws {
    let key = forge.secretKey.publicKey
    let secrets: [[UInt8]] = [
      Array(key.pemRepresentation.utf8), Array(key.derRepresentation), Array(key.rawRepresentation),
      Array(key.x963Representation), Array(forge.text(try #require(forge.key.jwk)).utf8), [],
    ]
    for secret in secrets {
      let token = try forge.token(
        header: forge.text(["alg": "HS256", "typ": "coach+jwt", "kid": .string(forge.key.id)])
      ) { Array(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: secret))) }
      #expect(await forge.refusal(token) == .unsupportedToken)
    }
  }

  @Test("ES384 and every other algorithm on a P-256 key")
  func otherAlgorithms() async throws {
    for name in ["ES384", "ES512", "ES256K", "EdDSA", "RS256", "PS256", "HS512", "es256", "ES256 "] {
      let token = try forge.token(member: "alg", .string(name))
      #expect(await forge.refusal(token) == .unsupportedToken, "\(name)")
    }
    for value: JSONValue in [.null, 1, ["ES256"], ["x": "ES256"]] {
      #expect(await forge.refusal(try forge.token(member: "alg", value)) == .malformedToken)
    }
    #expect(await forge.refusal(try forge.token(member: "alg", nil)) == .malformedToken)
    let p384 = P384.Signing.PrivateKey()
    let token = try forge.token(
      header: forge.text(["alg": "ES256", "typ": "coach+jwt", "kid": .string(forge.key.id)])
    ) { Array(try p384.signature(for: $0).rawRepresentation) }
    #expect(await forge.refusal(token) == .invalidSignature)
  }

  @Test("kid unknown, empty, a path, 10 KB, absent, of another type, twice")
  func keyID() async throws {
    let long = String(repeating: "k", count: 10_240)
    for kid in ["unknown", "", "../../x", "../../../dev/null", "x' OR '1'='1", "\u{0}", forge.key.id + " "] {
      #expect(await forge.refusal(try forge.token(member: "kid", .string(kid))) == .unknownKey, "\(kid)")
    }
    #expect(await forge.refusal(try forge.token(member: "kid", .string(long))) == .malformedToken)
    #expect(await forge.refusal(try forge.token(member: "kid", nil)) == .unknownKey)
    #expect(await forge.refusal(try forge.token(member: "kid", 1)) == .malformedToken)
    let twice = #"{"alg":"ES256","typ":"coach+jwt","kid":"x","kid":"\#(forge.key.id)"}"#
    #expect(await forge.refusal(try forge.token(header: twice)) == .malformedToken)
  }

  @Test("members that bring keys or change the rules")
  func refusedMembers() async throws {
    for name in ["crit", "jku", "x5u", "jwk", "x5c"] {
      for value: JSONValue in ["https://evil.example/jwks.json", ["exp"], .null, [:]] {
        let token = try forge.token(member: name, value)
        #expect(await forge.refusal(token) == .unsupportedToken, "\(name)")
      }
    }
  }

  @Test("ECDSA with r = s = 0, r or s zero, too long, too short, DER instead of raw")
  func ecdsaForms() async throws {
    let forms: [([UInt8]) throws -> [UInt8]] = [
      { _ in [UInt8](repeating: 0, count: 64) },
      { _ in [UInt8](repeating: 0xff, count: 64) },
      { [UInt8](repeating: 0, count: 32) + (try forge.es256($0)).suffix(32) },
      { (try forge.es256($0)).prefix(32) + [UInt8](repeating: 0, count: 32) },
      { try forge.es256($0) + [0] },
      { Array(try forge.es256($0).dropLast()) },
      { _ in [] },
      { Array(try forge.secretKey.signature(for: $0).derRepresentation) },
    ]
    for form in forms { #expect(await forge.refusal(try forge.token(sign: form)) == .invalidSignature) }
  }

  @Test("the other signature (r, n − s) is a signature; single use goes by jti, so it opens nothing twice")
  func malleability() async throws {
    let order: [UInt8] = [
      0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
      0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ]
    let token = try forge.token()
    let parts = token.split(separator: ".")
    let signature = try #require(Base64URL.bytes(parts[2].utf8))
    var other = Array(signature.prefix(32))
    var difference = [UInt8](repeating: 0, count: 32)
    var borrow = 0
    for index in (0..<32).reversed() {
      let value = Int(order[index]) - Int(signature[32 + index]) - borrow
      borrow = value < 0 ? 1 : 0
      difference[index] = UInt8(value & 0xff)
    }
    other += difference
    let twin = "\(parts[0]).\(parts[1]).\(Base64URL.text(other))"
    #expect(twin != token)
    #expect(try await forge.verifier.verify(twin) == forge.verifier.verify(token))
    #expect(await forge.refusal(token, singleUse: true) == nil)
    #expect(await forge.refusal(twin, singleUse: true) == .replayedToken)
  }

  @Test("base64 with padding, white space, the other alphabet, or bits left over")
  func base64Variants() async throws {
    let token = try forge.token()
    let parts = token.split(separator: ".").map(String.init)
    for index in 0..<3 {
      for change in [
        { $0 + "=" }, { $0 + "==" }, { " " + $0 }, { $0 + "\n" }, { $0 + "+" }, { $0 + "\u{e9}" },
      ] {
        var changed = parts
        changed[index] = change(parts[index])
        #expect(await forge.refusal(changed.joined(separator: ".")) == .malformedToken)
      }
    }
    // 64 bytes leave four bits over: fifteen other last characters would stand for the same signature.
    let last = try #require(parts[2].last)
    var refused = 0
    for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    where character != last {
      if await forge.refusal("\(parts[0]).\(parts[1]).\(parts[2].dropLast())\(character)") != nil {
        refused += 1
      }
    }
    #expect(refused == 63)
  }

  @Test("not three parts, empty, too large, no JSON")
  func forms() async throws {
    let token = try forge.token()
    let parts = token.split(separator: ".").map(String.init)
    let shapes = [
      "", ".", "..", "...", "a.b", "\(parts[0]).\(parts[1])", token + ".", token + "." + parts[2],
      "." + token,
      ".\(parts[1]).\(parts[2])", "null", "{}", "\u{0}.\u{0}.\u{0}",
      String(repeating: ".", count: 4_096), String(repeating: "a", count: 1_000_000),
    ]
    for shape in shapes { #expect(await forge.refusal(shape) == .malformedToken, "\(shape.prefix(40))") }
    #expect(await forge.refusal("\(parts[0])..\(parts[2])") == .invalidSignature)
    for header in ["", "[]", "null", "1", "{", "{\"alg\":\"ES256\"}x", "\u{feff}{}"] {
      #expect(await forge.refusal(try forge.token(header: header)) == .malformedToken, "\(header)")
    }
    let deep = String(repeating: "[", count: 1_500) + String(repeating: "]", count: 1_500)
    #expect(await forge.refusal(try forge.token(header: deep)) == .malformedToken)
    #expect(await forge.refusal(try forge.token(payload: deep)) == .malformedToken)
  }

  @Test("4,096 bytes are read, 4,097 are not")
  func size() async throws {
    let bare = try forge.token(claim: "pad", "").utf8.count
    var pad = (4_096 - bare) * 3 / 4
    while try forge.token(claim: "pad", .string(String(repeating: "p", count: pad + 1))).utf8.count <= 4_096 {
      pad += 1
    }
    let largest = try forge.token(claim: "pad", .string(String(repeating: "p", count: pad)))
    #expect((4_094...4_096).contains(largest.utf8.count))
    #expect(await forge.refusal(largest) == nil)
    let larger = try forge.token(claim: "pad", .string(String(repeating: "p", count: pad + 1)))
    #expect(await forge.refusal(larger) == .malformedToken)
  }

  @Test("a token of another type with the same key")
  func type() async throws {
    for type: JSONValue in ["JWT", "jwt", "at+jwt", "Coach+JWT", "coach+jwt ", "application/coach+jwt", ""] {
      #expect(await forge.refusal(try forge.token(member: "typ", type)) == .unsupportedToken)
    }
    #expect(await forge.refusal(try forge.token(member: "typ", nil)) == .unsupportedToken)
    #expect(await forge.refusal(try forge.token(member: "typ", ["coach+jwt"])) == .malformedToken)
  }

  @Test("a key of somebody else, and an RSA key that never belongs here")
  func otherKeys() async throws {
    let other = P256.Signing.PrivateKey()
    let token = try forge.token { Array(try other.signature(for: $0).rawRepresentation) }
    #expect(await forge.refusal(token) == .invalidSignature)
    let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let rs256 = try forge.token(
      header: forge.text(["alg": "RS256", "typ": "coach+jwt", "kid": .string(forge.key.id)])
    ) { Array(try rsa.signature(for: SHA256.hash(data: $0), padding: .insecurePKCS1v1_5).rawRepresentation) }
    #expect(await forge.refusal(rs256) == .unsupportedToken)
  }
}
