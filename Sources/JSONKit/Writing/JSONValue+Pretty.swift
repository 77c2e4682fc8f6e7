extension JSONValue {
  /// The text with one element or member a line, indented by two spaces, without a newline at its end.
  ///
  /// Numbers are as they were written; empty arrays and objects stay `[]` and `{}`.
  ///
  /// - Parameter sortedKeys: Whether members are in the key order of RFC 8785 instead of source order.
  public func pretty(sortedKeys: Bool = false) -> String {
    var buffer = JSONTextBuffer()
    appendPretty(to: &buffer, level: 0, sortedKeys: sortedKeys)
    return buffer.text
  }

  private func appendPretty(to buffer: inout JSONTextBuffer, level: Int, sortedKeys: Bool) {
    switch self {
    case .array(let elements) where elements.isEmpty:
      buffer.append(literal: "[]")
    case .array(let elements):
      buffer.append("[")
      for (position, element) in elements.enumerated() {
        if position > 0 { buffer.append(",") }
        buffer.appendLine(indentedBy: level + 1)
        element.appendPretty(to: &buffer, level: level + 1, sortedKeys: sortedKeys)
      }
      buffer.appendLine(indentedBy: level)
      buffer.append("]")
    case .object(let members) where members.isEmpty:
      buffer.append(literal: "{}")
    case .object(let members):
      buffer.append("{")
      for (position, member) in (sortedKeys ? members.sortedByKey() : Array(members)).enumerated() {
        if position > 0 { buffer.append(",") }
        buffer.appendLine(indentedBy: level + 1)
        buffer.append(quoted: member.key)
        buffer.append(literal: ": ")
        member.value.appendPretty(to: &buffer, level: level + 1, sortedKeys: sortedKeys)
      }
      buffer.appendLine(indentedBy: level)
      buffer.append("}")
    case .null, .bool, .number, .string:
      appendScalar(to: &buffer)
    }
  }
}

extension JSONObject {
  /// The members in the key order of RFC 8785 §3.2.3: by UTF-16 code units.
  func sortedByKey() -> [Element] {
    sorted { $0.key.precedesInUTF16($1.key) }
  }
}
