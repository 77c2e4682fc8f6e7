import Crypto
import CryptoExtras
import Foundation
import JSONKit

extension VerificationKey {
  /// Reads a public JSON Web Key (RFC 7517, RFC 7518 §6, RFC 8037 §2), nil when it cannot be used here.
  ///
  /// An algorithm that is named must be the one of the key's kind: a key never takes the algorithm of a token.
  init?(jwk: JSONObject) {
    guard let id = jwk["kid"]?.string, TextForm.isWord(id), jwk["d"] == nil,
      let material = Self.material(jwk: jwk)
    else { return nil }
    self.init(id: id, material: material)
    if let named = jwk["alg"], named.string != algorithm.rawValue { return nil }
    if let use = jwk["use"], use.string != "sig" { return nil }
    if let operations = jwk["key_ops"] {
      guard let names = operations.array, names.contains(where: { $0.string == "verify" }) else { return nil }
    }
  }

  /// The key as a public JSON Web Key, nil for a secret.
  var jwk: JSONObject? {
    guard var members = Self.identity(material) else { return nil }
    members["alg"] = .string(algorithm.rawValue)
    members["use"] = "sig"
    members["kid"] = .string(id)
    return members
  }

  /// The SHA-256 thumbprint of RFC 7638 in base64url.
  static func thumbprint(_ material: Material) -> String {
    guard let members = identity(material) else { return "secret" }
    return Base64URL.text(SHA256.hash(data: Array(JSONValue.object(members).compact().utf8)))
  }

  /// The members a thumbprint is taken of, in the order RFC 7638 §3.2 asks for.
  private static func identity(_ material: Material) -> JSONObject? {
    switch material {
    case .p256(let key):
      let point = Array(key.rawRepresentation)
      return [
        "crv": "P-256", "kty": "EC", "x": .string(Base64URL.text(point.prefix(32))),
        "y": .string(Base64URL.text(point.suffix(32))),
      ]
    case .ed25519(let key):
      return ["crv": "Ed25519", "kty": "OKP", "x": .string(Base64URL.text(key.rawRepresentation))]
    case .rsa(let key):
      guard let numbers = try? key.getKeyPrimitives() else { return nil }
      return [
        "e": .string(Base64URL.text(numbers.publicExponent)), "kty": "RSA",
        "n": .string(Base64URL.text(numbers.modulus)),
      ]
    case .secret:
      return nil
    }
  }

  private static func material(jwk: JSONObject) -> Material? {
    switch (jwk["kty"]?.string, jwk["crv"]?.string) {
    case ("EC", "P-256"):
      guard let x = bytes(jwk["x"], count: 32...32), let y = bytes(jwk["y"], count: 32...32) else {
        return nil
      }
      return (try? P256.Signing.PublicKey(rawRepresentation: x + y)).map { .p256($0) }
    case ("OKP", "Ed25519"):
      guard let x = bytes(jwk["x"], count: 32...32) else { return nil }
      return (try? Curve25519.Signing.PublicKey(rawRepresentation: x)).map { .ed25519($0) }
    case ("RSA", nil):
      // 2,048 to 4,096 bits: fewer are weak, more cost the reader too much.
      guard let modulus = bytes(jwk["n"], count: 256...512), modulus.first != 0,
        let exponent = bytes(jwk["e"], count: 1...4), let last = exponent.last, last % 2 == 1,
        exponent != [1], exponent.first != 0
      else { return nil }
      return (try? _RSA.Signing.PublicKey(n: modulus, e: exponent)).map { .rsa($0) }
    default:
      return nil
    }
  }

  private static func bytes(_ member: JSONValue?, count: ClosedRange<Int>) -> [UInt8]? {
    guard let text = member?.string, let bytes = Base64URL.bytes(text.utf8), count.contains(bytes.count)
    else { return nil }
    return bytes
  }
}
