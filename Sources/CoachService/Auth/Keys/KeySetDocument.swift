import JSONKit

/// A JSON Web Key Set (RFC 7517 §5): published public keys by name.
struct KeySetDocument {
  private static let maximumBytes = 65_536
  private static let maximumKeys = 32

  let keys: [VerificationKey]

  /// Reads a document.
  ///
  /// Keys of kinds and algorithms that are not used here are passed over, as RFC 7517 §5 asks.
  ///
  /// - Throws: `KeyError` when it is no key set, is too large, or gives one name to two keys.
  init(_ bytes: [UInt8], algorithms: Set<SignatureAlgorithm>) throws(KeyError) {
    let options = JSONParser.Options(
      duplicateKeys: .refuse, maximumDepth: 16, maximumBytes: Self.maximumBytes)
    guard let members = (try? JSONValue(parsing: bytes, options: options))?["keys"]?.array,
      members.count <= Self.maximumKeys
    else { throw KeyError(.malformedSet, "The document is no key set of at most 32 keys and 64 KiB.") }
    keys = members.compactMap { $0.object.flatMap(VerificationKey.init(jwk:)) }
      .filter { algorithms.contains($0.algorithm) }
    guard Set(keys.map(\.id)).count == keys.count else {
      throw KeyError(.malformedSet, "The key set gives one kid to two keys.")
    }
  }

  /// The document of some keys, which are all public.
  static func bytes(_ keys: [VerificationKey]) -> [UInt8] {
    let members = keys.compactMap { $0.jwk.map(JSONValue.object) }
    return Array(JSONValue.object(["keys": .array(members)]).compact().utf8)
  }
}
