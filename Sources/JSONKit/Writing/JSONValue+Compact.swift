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
      for position in elements.indices {
        if position > 0 { buffer.append(",") }
        elements[position].appendCompact(to: &buffer)
      }
      buffer.append("]")
    case .object(let object):
      buffer.append("{")
      let members = object.members
      for position in members.indices {
        if position > 0 { buffer.append(",") }
        buffer.append(quoted: members[position].key)
        buffer.append(":")
        members[position].value.appendCompact(to: &buffer)
      }
      buffer.append("}")
    case .null, .bool, .number, .string:
      appendScalar(to: &buffer)
    }
  }

  /// Appends a value that is neither array nor object, a number by its source text.
  func appendScalar(to buffer: inout JSONTextBuffer) {
    switch self {
    case .null: buffer.append(literal: "null")
    case .bool(let bool): buffer.append(literal: bool ? "true" : "false")
    case .number(let number): buffer.append(raw: number.text)
    case .string(let string): buffer.append(quoted: string)
    case .array, .object: preconditionFailure("containers are written by their own writers")
    }
  }
}
