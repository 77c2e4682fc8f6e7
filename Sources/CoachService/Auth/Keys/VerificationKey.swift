import Crypto
import CryptoExtras
import Foundation

/// A key that checks signatures of one algorithm; the algorithm belongs to the key, never to the token.
public struct VerificationKey: Sendable {
  enum Material: Sendable {
    case p256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)
    case rsa(_RSA.Signing.PublicKey)
    case secret(SymmetricKey)
  }

  /// The key's name, as `kid` gives it.
  public let id: String
  let material: Material

  init(id: String, material: Material) {
    self.id = id
    self.material = material
  }

  /// Makes a key whose name is its thumbprint.
  init(_ material: Material) {
    id = Self.thumbprint(material)
    self.material = material
  }

  /// Makes a key of a secret shared with whoever signs.
  ///
  /// - Throws: `KeyError` for fewer than 32 bytes (RFC 7518 §3.2).
  public init(secret: some Collection<UInt8>) throws(KeyError) {
    guard secret.count >= 32 else {
      throw KeyError(.shortSecret, "The secret has \(secret.count) bytes. Use 32 random bytes or more.")
    }
    // The name of a secret must not tell the secret: it is never looked up by name.
    self.init(id: "secret", material: .secret(SymmetricKey(data: Array(secret))))
  }

  /// The one algorithm the key is for.
  public var algorithm: SignatureAlgorithm {
    switch material {
    case .p256: .es256
    case .ed25519: .edDSA
    case .rsa: .rs256
    case .secret: .hs256
    }
  }

  /// Whether a signature is this key's over some bytes; false for one of any wrong form.
  ///
  /// Of ECDSA both signatures (r, s) and (r, n − s) are good, as RFC 7518 §3.4 has it and half of all signers make them:
  /// nothing here may take a token's text for its identity; what is used once is known by its `jti`.
  func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    switch material {
    case .p256(let key):
      guard signature.count == 64,
        let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: bytes)
    case .ed25519(let key):
      return signature.count == 64 && key.isValidSignature(signature, for: bytes)
    case .rsa(let key):
      guard signature.count == (key.keySizeInBits + 7) / 8 else { return false }
      return key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: bytes),
        padding: .insecurePKCS1v1_5)
    case .secret(let key):
      return HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: bytes, using: key)
    }
  }
}
