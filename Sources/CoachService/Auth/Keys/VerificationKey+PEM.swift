import Crypto
import Foundation

extension VerificationKey {
  /// `SubjectPublicKeyInfo` of an Ed25519 key up to its 32 bytes (RFC 8410 §4).
  static let ed25519Prefix: [UInt8] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// The public keys of a PEM text, P-256 or Ed25519, one block each; their names are their thumbprints.
  ///
  /// - Throws: `KeyError` for anything else; a private key is refused, since it has no business here.
  public static func keys(pem: String) throws(KeyError) -> [VerificationKey] {
    var keys: [VerificationKey] = []
    for block in try PEMBlock.blocks(pem) {
      guard block.label == "PUBLIC KEY" else {
        throw KeyError(
          .notPEM,
          "A block is not labelled PUBLIC KEY. Give the public half: openssl pkey -in key.pem -pubout.")
      }
      keys.append(VerificationKey(try material(publicKeyInfo: block.bytes)))
    }
    return keys
  }

  private static func material(publicKeyInfo bytes: [UInt8]) throws(KeyError) -> Material {
    if bytes.starts(with: ed25519Prefix) {
      guard
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes.dropFirst(ed25519Prefix.count))
      else { throw KeyError(.malformed, "The Ed25519 public key is damaged. Export it again.") }
      return .ed25519(key)
    }
    guard let key = try? P256.Signing.PublicKey(derRepresentation: bytes) else {
      throw KeyError(.unsupported, "The public key is neither P-256 nor Ed25519. Make one of these two.")
    }
    return .p256(key)
  }
}
