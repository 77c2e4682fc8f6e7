/// A keyword as it stands in a schema document.
struct SchemaKeyword {
  let name: String
  let value: JSONValue
  let pointer: JSONPointer

  /// The error of a value that the specification does not allow.
  func invalid(_ wanted: String) -> JSONSchemaError {
    JSONSchemaError(code: .invalidKeyword, pointer: pointer, what: "“\(name)” must be \(wanted)")
  }

  /// The error of something valid that this module does not implement.
  func unsupported(_ what: String) -> JSONSchemaError {
    JSONSchemaError(code: .unsupportedKeyword, pointer: pointer, what: what)
  }

  func string() throws(JSONSchemaError) -> String {
    guard let string = value.string else { throw invalid("a string") }
    return string
  }

  func pattern(_ source: String) throws(JSONSchemaError) -> Pattern {
    do {
      return try Pattern(source)
    } catch {
      throw invalid("a supported regular expression: \(source) has \(error.message)")
    }
  }

  /// The compiled form of a keyword that looks at a value alone, or nil for another keyword.
  func assertion() throws(JSONSchemaError) -> SchemaAssertion? {
    switch name {
    case "type": return .types(try types())
    case "enum":
      guard let values = value.array else { throw invalid("an array") }
      return .values(values)
    case "const": return .constant(value)
    case "minimum": return .number(.minimum, try number())
    case "maximum": return .number(.maximum, try number())
    case "exclusiveMinimum": return .number(.exclusiveMinimum, try number())
    case "exclusiveMaximum": return .number(.exclusiveMaximum, try number())
    case "multipleOf":
      guard let divisor = DecimalDivisor(try number()) else {
        throw invalid("a positive number of at most 18 significant digits")
      }
      return .multiple(of: divisor)
    case "pattern": return .pattern(try pattern(try string()))
    case "format":
      guard try string() == "date" else { throw unsupported("Only the format “date” is supported") }
      return .date
    case "uniqueItems":
      guard let isWanted = value.bool else { throw invalid("a boolean") }
      return .uniqueItems(isWanted: isWanted)
    case "required": return .required(try names())
    default: return try countAssertion()
    }
  }

  private func countAssertion() throws(JSONSchemaError) -> SchemaAssertion? {
    switch name {
    case "minLength": .atLeast(try count(), .scalars)
    case "maxLength": .atMost(try count(), .scalars)
    case "minItems": .atLeast(try count(), .elements)
    case "maxItems": .atMost(try count(), .elements)
    case "minProperties": .atLeast(try count(), .members)
    case "maxProperties": .atMost(try count(), .members)
    default: nil
    }
  }

  private func number() throws(JSONSchemaError) -> JSONNumber {
    guard let number = value.number else { throw invalid("a number") }
    return number
  }

  private func count() throws(JSONSchemaError) -> Int {
    guard let count = value.int, count >= 0 else { throw invalid("a non-negative integer") }
    return count
  }

  private func names() throws(JSONSchemaError) -> [String] {
    let names = (value.array ?? [.null]).compactMap(\.string)
    guard names.count == value.array?.count, Set(names.map { ScalarKey(text: $0) }).count == names.count
    else {
      throw invalid("an array of different strings")
    }
    return names
  }

  private func types() throws(JSONSchemaError) -> [String] {
    let known = ["array", "boolean", "integer", "null", "number", "object", "string"]
    let types = if let type = value.string { [type] } else { try names() }
    guard !types.isEmpty, types.allSatisfy(known.contains) else {
      throw invalid("one or more of \(known.joined(separator: ", "))")
    }
    return types
  }
}
