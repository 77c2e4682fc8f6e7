extension JSONPointer {
  /// Reads a pointer in its URI fragment form (RFC 6901 §6), such as `#/a%25b`.
  ///
  /// - Throws: `JSONPointerError` for a text without `#`, or one that does not decode to a pointer.
  public init(fragment: String) throws(JSONPointerError) {
    var encoded = fragment.utf8[...]
    guard encoded.popFirst() == UInt8(ascii: "#") else {
      throw JSONPointerError(code: .invalidFragment, text: fragment)
    }
    var decoded: [UInt8] = []
    while let byte = encoded.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      guard let high = encoded.popFirst().flatMap(Self.hexadecimalValue),
        let low = encoded.popFirst().flatMap(Self.hexadecimalValue)
      else { throw JSONPointerError(code: .invalidFragment, text: fragment) }
      decoded.append(high << 4 | low)
    }
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw JSONPointerError(code: .invalidFragment, text: fragment)
    }
    try self.init(text)
  }

  private static func hexadecimalValue(of byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
