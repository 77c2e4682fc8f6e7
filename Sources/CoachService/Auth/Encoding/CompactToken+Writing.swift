import JSONKit

extension CompactToken {
  /// A signed token in the compact form.
  static func text(
    header: JSONValue, payload: JSONValue, sign: ([UInt8]) throws -> [UInt8]
  ) throws(AuthError) -> String {
    let parts = [header, payload].map { Base64URL.text($0.compact().utf8) }.joined(separator: ".")
    // Signing fails only when the machine has no randomness left; the caller can try again.
    guard let signature = try? sign(Array(parts.utf8)) else { throw AuthError(.unavailable) }
    return "\(parts).\(Base64URL.text(signature))"
  }
}
