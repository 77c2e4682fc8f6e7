import Crypto

/// The secret that scheduled calls carry as `Authorization: Bearer`.
public struct CronSecret: Sendable {
  private let digest: SHA256.Digest

  /// Makes a secret.
  ///
  /// - Throws: `KeyError` for fewer than 16 bytes, or bytes that no header can carry.
  public init(_ secret: String) throws(KeyError) {
    guard secret.utf8.count >= 16, secret.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw KeyError(.shortSecret, "The secret is no text of 16 or more printable characters without spaces.")
    }
    digest = SHA256.hash(data: Array(secret.utf8))
  }

  /// Refuses a call without the secret.
  ///
  /// Digests are compared, in a time that does not depend on them: how much of a guess is right cannot be measured.
  public func require(authorization: String?) throws(AuthError) {
    guard let authorization else { throw AuthError(.missingCredentials) }
    guard let text = SessionToken.bearer(authorization), SHA256.hash(data: Array(text.utf8)) == digest else {
      throw AuthError(.wrongSecret)
    }
  }
}
