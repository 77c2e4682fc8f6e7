import Crypto
import CryptoExtras
import Foundation
import JSONKit
import Testing

@testable import CoachService

@Suite("Keys: PEM texts and key sets")
struct KeyFileTests {
  @Test("private and public keys of P-256 round-trip; several blocks are several keys")
  func p256() throws {
    let (one, two) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    let pem = one.pemRepresentation + "\n" + two.pemRepresentation + "\n"
    let keys = try SigningKey.keys(pem: pem)
    let publicPEM = one.publicKey.pemRepresentation + "\n\n" + two.publicKey.pemRepresentation
    #expect(keys.map(\.id) == (try VerificationKey.keys(pem: publicPEM)).map(\.id))
    #expect(keys.map(\.algorithm) == [.es256, .es256])
    let signature = try keys[0].signature(of: [1, 2, 3])
    #expect(keys[0].verificationKey.isValid(signature, of: [1, 2, 3]))
    #expect(!keys[1].verificationKey.isValid(signature, of: [1, 2, 3]))
  }

  @Test("what is no key of ours is refused by its kind, and the error shows nothing of it")
  func refused() throws {
    let pem = P256.Signing.PrivateKey().pemRepresentation
    let body = try #require(pem.split(separator: "\n").dropFirst().first)
    let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let cases: [(String, KeyError.Code)] = [
      ("", .notPEM), ("secret-text", .notPEM), (String(body), .notPEM),
      (pem.replacing("-----END PRIVATE KEY-----", with: ""), .notPEM),
      (pem.replacing("PRIVATE KEY", with: "EC PRIVATE KEY"), .notPEM),
      (pem.replacing("PRIVATE KEY", with: "ENCRYPTED PRIVATE KEY"), .encrypted),
      (pem.replacing(String(body.prefix(8)), with: "AAAAAAAA"), .unsupported),
      (pem.replacing(String(body.prefix(9)), with: "!!!"), .notPEM),
      (P384.Signing.PrivateKey().pemRepresentation, .unsupported),
      (rsa.pkcs8PEMRepresentation, .unsupported),
      (P256.Signing.PrivateKey().publicKey.pemRepresentation, .notPEM),
      (pem + "trailing", .notPEM),
    ]
    for (text, code) in cases {
      let error = #expect(throws: KeyError.self) { _ = try SigningKey.keys(pem: text) }
      #expect(error?.code == code, "\(code)")
      #expect(error.map { !$0.description.contains(body) && !$0.description.contains("secret-text") } == true)
    }
    #expect(throws: KeyError.self) { _ = try VerificationKey.keys(pem: pem) }
    #expect(throws: KeyError.self) { _ = try VerificationKey(secret: [UInt8](repeating: 1, count: 31)) }
  }

  @Test("damaged PEM texts of every cut are refused or read, never more")
  func cuts() throws {
    let pem = P256.Signing.PrivateKey().pemRepresentation
    for length in 0..<pem.utf8.count - 1 {
      #expect(throws: KeyError.self) { _ = try SigningKey.keys(pem: String(pem.prefix(length))) }
    }
  }

  @Test("a published set holds public members only, and reads back as the same keys")
  func documents() throws {
    let keys = [SigningKey.generate(), SigningKey.generateP256()]
    let bytes = KeySetDocument.bytes(keys.map(\.verificationKey))
    let members = try #require(try JSONValue(parsing: bytes)["keys"]?.array)
    #expect(members[0].object?.keys == ["crv", "kty", "x", "alg", "use", "kid"])
    #expect(members[1].object?.keys == ["crv", "kty", "x", "y", "alg", "use", "kid"])
    let read = try KeySetDocument(bytes, algorithms: [.es256, .edDSA])
    #expect(read.keys.map(\.id) == keys.map(\.id))
    #expect(try KeySetDocument(bytes, algorithms: [.es256]).keys.map(\.id) == [keys[1].id])
  }

  @Test("keys that cannot be used are passed over; one name for two keys is refused")
  func strangeSets() throws {
    let good = try #require(SigningKey.generateP256().verificationKey.jwk)
    func with(_ name: String, _ value: JSONValue?) -> JSONValue {
      var key = good
      key[name] = value
      return .object(key)
    }
    let strange: [JSONValue] = [
      .null, 1, [:], with("kid", nil), with("kid", ""), with("kid", 1), with("alg", "ES384"), with("alg", 1),
      with("use", "enc"), with("key_ops", ["sign"]), with("key_ops", "verify"), with("crv", "P-384"),
      with("kty", "oct"), with("x", "AAAA"), with("y", nil),
      with("y", .string(String(repeating: "A", count: 43))),
      with("d", "AAAA"), ["kty": "oct", "kid": "s", "k": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
      ["kty": "RSA", "kid": "weak", "n": .string(String(repeating: "q", count: 171)), "e": "AQAB"],
      ["kty": "RSA", "kid": "even", "n": .string(String(repeating: "q", count: 342)), "e": "AQAC"],
      ["kty": "OKP", "crv": "X25519", "kid": "x", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"],
    ]
    func read(_ keys: [JSONValue]) throws -> [VerificationKey] {
      try KeySetDocument(
        Array(JSONValue.object(["keys": .array(keys)]).compact().utf8),
        algorithms: Set(SignatureAlgorithm.allCases)
      ).keys
    }
    #expect(try read(strange).isEmpty)
    #expect(try read(strange + [.object(good)]).count == 1)
    #expect(throws: KeyError.self) { _ = try read([.object(good), .object(good)]) }
    #expect(throws: KeyError.self) { _ = try read(Array(repeating: .null, count: 33)) }
    for text in ["", "[]", "{}", #"{"keys":{}}"#, #"{"keys":[],"keys":[]}"#] {
      #expect(throws: KeyError.self) { _ = try KeySetDocument(Array(text.utf8), algorithms: [.es256]) }
    }
  }
}
