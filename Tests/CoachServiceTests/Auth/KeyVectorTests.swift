import CryptoExtras
import Foundation
import JSONKit
import Testing

@testable import CoachService

/// The examples printed in the RFCs.
@Suite("Keys: vectors of RFC 7515, 7638, 8037 and 8410")
struct KeyVectorTests {
  private let rsaModulus =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS"
    + "-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2"
    + "CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9"
    + "gb54h4FRWyuXpoQ"
  private let joe =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

  @Test("RFC 7515 A.1: HS256")
  func hs256() throws {
    let secret = try #require(
      Base64URL.bytes(
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow".utf8))
    let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\(joe).dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    let claims = try CompactToken(token, maximumBytes: 4_096).claims(
      signedBy: VerificationKey(secret: secret))
    #expect(claims["iss"] == "joe")
  }

  @Test("RFC 7515 A.2: RS256")
  func rs256() throws {
    let key = try #require(
      VerificationKey(jwk: ["kty": "RSA", "kid": "a2", "n": .string(rsaModulus), "e": "AQAB"]))
    let signature =
      "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CU"
      + "Ar7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_"
      + "dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0"
      + "igcN_IoypGlUPQGe77Rw"
    let claims = try CompactToken("eyJhbGciOiJSUzI1NiJ9.\(joe).\(signature)", maximumBytes: 4_096)
      .claims(signedBy: key)
    #expect(claims["exp"] == 1_300_819_380)
  }

  @Test("RFC 7515 A.3: ES256")
  func es256() throws {
    let key = try #require(
      VerificationKey(jwk: [
        "kty": "EC", "crv": "P-256", "kid": "a3", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
      ]))
    let signature =
      "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
    let claims = try CompactToken("eyJhbGciOiJFUzI1NiJ9.\(joe).\(signature)", maximumBytes: 4_096)
      .claims(signedBy: key)
    #expect(claims["http://example.com/is_root"] == true)
  }

  @Test("RFC 7638 §3.1: the thumbprint of an RSA key")
  func rsaThumbprint() throws {
    let modulus =
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3"
      + "oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgd"
      + "AZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCu"
      + "r-kEgU8awapJzKnqDKgw"
    let key = try #require(
      VerificationKey(jwk: [
        "kty": "RSA", "kid": "2011-04-29", "alg": "RS256", "n": .string(modulus), "e": "AQAB",
      ]))
    #expect(VerificationKey.thumbprint(key.material) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
  }

  @Test("RFC 8037 A.3 and A.4: the thumbprint and the signature of an Ed25519 key")
  func ed25519() throws {
    let key = try #require(
      VerificationKey(jwk: [
        "kty": "OKP", "crv": "Ed25519", "kid": "a", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
      ]))
    #expect(VerificationKey.thumbprint(key.material) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    let signature = try #require(
      Base64URL.bytes(
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg".utf8))
    let signed = Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)
    #expect(key.isValid(signature, of: signed))
    #expect(!key.isValid(signature, of: signed + [0]))
    // s + L is the other text of the same signature, which RFC 8032 §5.1.7 has refused.
    #expect(!key.isValid(Array(signature.prefix(32)) + added(order: Array(signature.suffix(32))), of: signed))
  }

  @Test("RFC 8410 §10: private keys with and without the public one, and the public key")
  func ed25519PEM() throws {
    let short = """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """
    let long = """
      -----BEGIN PRIVATE KEY-----
      MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
      Z9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PRIVATE KEY-----
      """
    let pub = """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """
    let id = try #require(try VerificationKey.keys(pem: pub).first).id
    #expect(try SigningKey.keys(pem: short).map(\.id) == [id])
    #expect(try SigningKey.keys(pem: long).map(\.id) == [id])
    #expect(try SigningKey.keys(pem: short.replacing("\n", with: #"\n"#) + #"\n"#).map(\.id) == [id])
  }

  /// s + L in little-endian order, L being the order of the group of Ed25519.
  private func added(order s: [UInt8]) -> [UInt8] {
    let order: [UInt8] =
      [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
      ] + [UInt8](repeating: 0, count: 15) + [0x10]
    var carry = 0
    return zip(s, order).map { left, right in
      let sum = Int(left) + Int(right) + carry
      carry = sum >> 8
      return UInt8(sum & 0xff)
    }
  }
}
