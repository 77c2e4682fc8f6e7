extension JSONValue {
  /// The part a pointer leads to, or nil when there is none (RFC 6901 §4).
  public subscript(pointer: JSONPointer) -> JSONValue? {
    var value = self
    for token in pointer.tokens {
      let part: JSONValue? =
        switch value {
        case .object(let members): members[token]
        case .array: JSONPointer.elementPosition(token).flatMap { value[$0] }
        case .null, .bool, .number, .string: nil
        }
      guard let part else { return nil }
      value = part
    }
    return value
  }
}

extension JSONPointer {
  /// The array position a token spells: digits without a leading zero; nil for "-", which names no element.
  fileprivate static func elementPosition(_ token: String) -> Int? {
    let digits = token.utf8
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    return Int(token)
  }
}
