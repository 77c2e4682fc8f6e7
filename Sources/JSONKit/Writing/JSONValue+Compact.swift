extension JSONValue {
  /// The text without whitespace, members in source order, numbers as they were written.
  ///
  /// ```swift
  /// print((["b": 1.50, "a": [nil]] as JSONValue).compact())  // {"b":1.5,"a":[null]}
  /// ```
  public func compact() -> String {
    var buffer = JSONTextBuffer()
    appendCompact(to: &buffer)
    return buffer.text
  }

  private func appendCompact(to buffer: inout JSONTextBuffer) {
    switch self {
    case .array(let elements):
      buffer.append("[")
      for (position, element) in elements.enumerated() {
        if position > 0 { buffer.append(",") }
        element.appendCompact(to: &buffer)
      }
      buffer.append("]")
    case .object(let members):
      buffer.append("{")
      for (position, member) in members.enumerated() {
        if position > 0 { buffer.append(",") }
        buffer.append(quoted: member.key)
        buffer.append(":")
        member.value.appendCompact(to: &buffer)
      }
      buffer.append("}")
    case .null, .bool, .number, .string:
      appendScalar(to: &buffer)
    }
  }

  /// Appends a value that is neither array nor object, a number by its source text.
  func appendScalar(to buffer: inout JSONTextBuffer) {
    switch self {
    case .null: buffer.append("null")
    case .bool(let bool): buffer.append(bool ? "true" : "false")
    case .number(let number): buffer.append(raw: number.text)
    case .string(let string): buffer.append(quoted: string)
    case .array, .object: preconditionFailure("containers are written by their own writers")
    }
  }
}
