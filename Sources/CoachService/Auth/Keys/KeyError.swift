/// Why a key or a set of keys cannot be used; it never shows any part of a key.
public struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Bounded codes.
  public enum Code: String, Hashable, Sendable {
    /// The text is no PEM of the kind asked for.
    case notPEM = "not_pem"
    /// The key is encrypted, and no password is ever asked for.
    case encrypted = "encrypted_key"
    /// The key is of a kind that is not used here.
    case unsupported = "unsupported_key"
    /// The key's bytes are damaged.
    case malformed = "malformed_key"
    /// The secret is too short to be one.
    case shortSecret = "short_secret"
    /// The key is in the set already, or the set is full.
    case conflict = "key_conflict"
    /// The key set document does not follow RFC 7517.
    case malformedSet = "malformed_key_set"
  }

  /// What kind of thing is wrong.
  public let code: Code
  /// What is wrong and what to do.
  public let message: String

  /// The code and the message.
  public var description: String { "\(code.rawValue): \(message)" }

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
