extension JSONValue {
  /// The one text that RFC 8785 (JCS) gives to all equal values: what hashes and signatures are taken of.
  ///
  /// Members are sorted by the UTF-16 code units of their names, and every number is written as ECMAScript
  /// writes the nearest `Double`: digits beyond its precision are lost, as the RFC says.
  ///
  /// ```swift
  /// print(try JSONValue(parsing: #"{"b": 1.50, "a": 1e2}"#).canonical())  // {"a":100,"b":1.5}
  /// ```
  ///
  /// - Throws: `JSONWriteError` when a number is beyond the range of `Double`.
  public func canonical() throws(JSONWriteError) -> String {
    var buffer = JSONTextBuffer()
    try appendCanonical(to: &buffer, at: .root)
    return buffer.text
  }

  private func appendCanonical(
    to buffer: inout JSONTextBuffer, at pointer: @autoclosure () -> JSONPointer
  ) throws(JSONWriteError) {
    switch self {
    case .array(let elements):
      buffer.append("[")
      for (position, element) in elements.enumerated() {
        if position > 0 { buffer.append(",") }
        try element.appendCanonical(to: &buffer, at: pointer().appending(position))
      }
      buffer.append("]")
    case .object(let members):
      buffer.append("{")
      for (position, member) in members.sortedByKey().enumerated() {
        if position > 0 { buffer.append(",") }
        buffer.append(quoted: member.key)
        buffer.append(":")
        try member.value.appendCanonical(to: &buffer, at: pointer().appending(member.key))
      }
      buffer.append("}")
    case .number(let number):
      if number.isPlainInteger {
        buffer.append(raw: number.text)
        return
      }
      let double = number.double
      guard double.isFinite else {
        throw JSONWriteError(code: .numberOutOfRange, pointer: pointer(), number: number)
      }
      buffer.append(raw: ECMAScriptNumber.text(of: double))
    case .null, .bool, .string:
      appendScalar(to: &buffer)
    }
  }
}
