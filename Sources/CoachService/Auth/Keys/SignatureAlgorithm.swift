/// The signature algorithms of RFC 7518 and RFC 8037 that are used here, by their names in `alg`.
public enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// ECDSA on P-256 with SHA-256.
  case es256 = "ES256"
  /// Ed25519.
  case edDSA = "EdDSA"
  /// RSASSA-PKCS1-v1_5 with SHA-256; only sessions of users may be signed so.
  case rs256 = "RS256"
  /// HMAC with SHA-256; only sessions of users may be signed so, and only by a secret that was configured.
  case hs256 = "HS256"
}
