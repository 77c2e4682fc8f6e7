/// A violation with what is needed to put it in the order of the document.
struct LocatedViolation {
  let violation: JSONSchemaViolation
  /// The position among its siblings of each part on the way from the root.
  let positions: [Int]

  /// - Parameter positions: the way from `root` to the part the message is about.
  init(of rule: SchemaRule, at positions: [Int], in root: JSONValue, _ message: String) {
    violation = JSONSchemaViolation(
      instance: Self.pointer(to: positions, in: root), keyword: rule.keyword, schema: rule.pointer,
      message: message)
    self.positions = positions
  }

  private init(_ violation: JSONSchemaViolation, positions: [Int]) {
    self.violation = violation
    self.positions = positions
  }

  /// The same violation, said of a member's name instead of its value.
  func aboutName() -> LocatedViolation {
    let renamed = JSONSchemaViolation(
      instance: violation.instance, keyword: violation.keyword, schema: violation.schema,
      message: "its name \(violation.message)")
    return LocatedViolation(renamed, positions: positions)
  }

  private static func pointer(to positions: [Int], in root: JSONValue) -> JSONPointer {
    var tokens: [String] = []
    var part = root
    for position in positions {
      switch part {
      case .object(let members):
        tokens.append(members[position].key)
        part = members[position].value
      case .array(let elements):
        tokens.append(String(position))
        part = elements[position]
      case .null, .bool, .number, .string:
        preconditionFailure("a way leads through objects and arrays only")
      }
    }
    return JSONPointer(tokens: tokens)
  }
}
