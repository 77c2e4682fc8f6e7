/// A coding key of any name or position.
struct JSONCodingKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  /// The key `superEncoder()` and `superDecoder()` use when given none.
  static let `super` = JSONCodingKey(stringValue: "super")

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}

extension JSONPointer {
  /// The pointer to what a coding path leads to.
  init(codingPath: [any CodingKey]) {
    self.init(tokens: codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue })
  }
}
