import Crypto
import Foundation

/// A private key of the façade, P-256 or Ed25519; it never describes itself beyond its name.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  private enum Material: Sendable {
    case p256(P256.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)
  }

  /// The algorithm and the head of the private key in PKCS#8 of an Ed25519 key (RFC 8410 §7), before its 32 bytes.
  private static let ed25519Head: [UInt8] = [
    0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  private let material: Material
  /// The public half, by whose thumbprint the key is named.
  public let verificationKey: VerificationKey

  private init(_ material: Material) {
    self.material = material
    verificationKey =
      switch material {
      case .p256(let key): VerificationKey(.p256(key.publicKey))
      case .ed25519(let key): VerificationKey(.ed25519(key.publicKey))
      }
  }

  /// The private keys of a PEM text, PKCS#8, one block each.
  ///
  /// - Throws: `KeyError` for anything else, which never shows the text.
  public static func keys(pem: String) throws(KeyError) -> [SigningKey] {
    var keys: [SigningKey] = []
    for block in try PEMBlock.blocks(pem) { keys.append(SigningKey(try material(block))) }
    return keys
  }

  /// Makes a new Ed25519 key.
  public static func generate() -> SigningKey { SigningKey(.ed25519(Curve25519.Signing.PrivateKey())) }

  /// Makes a new P-256 key.
  public static func generateP256() -> SigningKey { SigningKey(.p256(P256.Signing.PrivateKey())) }

  /// The key's name.
  public var id: String { verificationKey.id }

  /// The algorithm it signs by.
  public var algorithm: SignatureAlgorithm { verificationKey.algorithm }

  /// The key's name and algorithm.
  public var description: String { "\(algorithm.rawValue) key \(id)" }
  /// Shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Signs bytes in the form of RFC 7518 §3.4 (r ‖ s) or RFC 8032.
  func signature(of bytes: [UInt8]) throws -> [UInt8] {
    switch material {
    case .p256(let key): Array(try key.signature(for: bytes).rawRepresentation)
    case .ed25519(let key): Array(try key.signature(for: bytes))
    }
  }

  private static func material(_ block: PEMBlock) throws(KeyError) -> Material {
    switch block.label {
    case "PRIVATE KEY": break
    case "ENCRYPTED PRIVATE KEY":
      throw KeyError(.encrypted, "The private key is encrypted. Give it without: openssl pkey -in key.pem.")
    default:
      throw KeyError(
        .notPEM, "A block is not labelled PRIVATE KEY. Convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem."
      )
    }
    if let key = ed25519(block.bytes) { return .ed25519(key) }
    guard let key = try? P256.Signing.PrivateKey(derRepresentation: block.bytes) else {
      throw KeyError(.unsupported, "The private key is neither P-256 nor Ed25519. Make one of these two.")
    }
    return .p256(key)
  }

  /// The key of a PKCS#8 structure, nil when it is none of Ed25519; attributes and a public key after it are left alone.
  private static func ed25519(_ bytes: [UInt8]) -> Curve25519.Signing.PrivateKey? {
    // SEQUENCE of a short length, INTEGER version 0 or 1, then the head.
    guard bytes.count >= 48, bytes[0] == 0x30, Int(bytes[1]) == bytes.count - 2, bytes[1] < 0x80,
      bytes[2] == 0x02, bytes[3] == 0x01, bytes[4] <= 1, bytes[5...].starts(with: ed25519Head)
    else { return nil }
    return try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes[16..<48])
  }
}
