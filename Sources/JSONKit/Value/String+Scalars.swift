// Swift compares strings by canonical equivalence: "é" equals "e\u{301}". JSON does not (RFC 8259 §8.3), so
// every comparison of keys and strings in this module goes through these.
extension String {
  /// Whether both strings hold the same Unicode scalars.
  func hasSameScalars(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { left.elementsEqual($0) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Feeds the scalars to a hasher, consistently with `hasSameScalars(as:)`.
  func hashScalars(into hasher: inout Hasher) {
    let hashed: Void? = utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if hashed == nil {
      for byte in utf8 { hasher.combine(byte) }
    }
    // UTF-8 never holds 0xFF: it keeps ("ab", "c") and ("a", "bc") apart.
    hasher.combine(0xFF as UInt8)
  }

  /// Whether the string sorts before another by UTF-16 code units, the key order of RFC 8785 §3.2.3.
  ///
  /// UTF-8 bytes sort like scalars; UTF-16 differs in that scalars from U+10000 (lead bytes from 0xF0), being
  /// surrogates, come before U+E000 to U+FFFF (lead bytes 0xEE and 0xEF).
  func precedesInUTF16(_ other: String) -> Bool {
    func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
    return utf8.lexicographicallyPrecedes(other.utf8) { rank($0) < rank($1) }
  }
}

/// A dictionary key that compares by Unicode scalars.
struct ScalarKey: Hashable {
  let text: String

  static func == (lhs: ScalarKey, rhs: ScalarKey) -> Bool { lhs.text.hasSameScalars(as: rhs.text) }

  func hash(into hasher: inout Hasher) { text.hashScalars(into: &hasher) }
}
