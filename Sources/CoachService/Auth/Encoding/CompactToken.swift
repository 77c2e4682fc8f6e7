import JSONKit

/// A token in the compact form of RFC 7515 §7.1, read and not yet believed.
///
/// Nothing of the payload is looked at before its signature has been checked.
struct CompactToken {
  /// Header members that bring keys along or change what the rest means; nobody here sends them.
  private static let refusedMembers = ["crit", "jku", "jwk", "x5u", "x5c"]

  /// The name of the algorithm the header asks for.
  let algorithm: String
  /// The token's type, nil when it has none.
  let type: String?
  /// The name of the key, nil when it has none.
  let keyID: String?
  /// What was signed: header and payload as they were sent.
  let signedBytes: [UInt8]
  /// The signature.
  let signature: [UInt8]

  private let payload: [UInt8]

  /// Reads a token of at most so many bytes.
  init(_ text: String, maximumBytes: Int) throws(AuthError) {
    guard text.utf8.count <= maximumBytes else { throw AuthError(.malformedToken) }
    let bytes = Array(text.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
      let signature = Base64URL.bytes(parts[2])
    else { throw AuthError(.malformedToken) }
    let members = try Self.object(header)
    guard !Self.refusedMembers.contains(where: { members[$0] != nil }) else {
      throw AuthError(.unsupportedToken)
    }
    guard let algorithm = members["alg"]?.string else { throw AuthError(.malformedToken) }
    self.algorithm = algorithm
    type = try Self.text(members["typ"])
    keyID = try Self.text(members["kid"])
    signedBytes = Array(bytes[..<parts[1].endIndex])
    self.payload = payload
    self.signature = signature
  }

  /// The claims, once the signature is that of a key.
  func claims(signedBy key: VerificationKey) throws(AuthError) -> JSONObject {
    guard algorithm.utf8.elementsEqual(key.algorithm.rawValue.utf8) else {
      throw AuthError(.unsupportedToken)
    }
    guard key.isValid(signature, of: signedBytes) else { throw AuthError(.invalidSignature) }
    return try Self.object(payload)
  }

  private static func object(_ bytes: [UInt8]) throws(AuthError) -> JSONObject {
    let options = JSONParser.Options(duplicateKeys: .refuse, maximumDepth: 16)
    guard let object = (try? JSONValue(parsing: bytes, options: options))?.object else {
      throw AuthError(.malformedToken)
    }
    return object
  }

  private static func text(_ member: JSONValue?) throws(AuthError) -> String? {
    guard let member else { return nil }
    guard let text = member.string else { throw AuthError(.malformedToken) }
    return text
  }
}
