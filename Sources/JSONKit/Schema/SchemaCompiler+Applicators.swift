extension SchemaCompiler {
  /// The compiled form of a keyword that applies schemas, or nil for another keyword.
  mutating func applicator(
    of keyword: SchemaKeyword, siblings: JSONObject
  ) throws(JSONSchemaError) -> SchemaApplicator? {
    switch keyword.name {
    case "$ref": return .reference(try reference(keyword))
    case "allOf": return .allOf(try compileList(of: keyword))
    case "anyOf": return .anyOf(try compileList(of: keyword))
    case "oneOf": return .oneOf(try compileList(of: keyword))
    case "not": return .not(try compile(keyword.value, at: keyword.pointer))
    case "if": return try conditional(keyword, siblings: siblings)
    case "properties", "patternProperties", "additionalProperties", "propertyNames":
      return try memberApplicator(of: keyword, siblings: siblings)
    case "prefixItems": return .prefixItems(try compileList(of: keyword))
    case "items":
      let start = siblings["prefixItems"]?.array?.count ?? 0
      return .items(try compile(keyword.value, at: keyword.pointer), from: start)
    default: return nil
    }
  }

  private mutating func conditional(
    _ keyword: SchemaKeyword, siblings: JSONObject
  ) throws(JSONSchemaError) -> SchemaApplicator {
    let condition = try compile(keyword.value, at: keyword.pointer)
    let parent = JSONPointer(tokens: Array(keyword.pointer.tokens.dropLast()))
    var branches: [String: Int] = [:]
    for name in ["then", "else"] {
      if let branch = siblings[name] { branches[name] = try compile(branch, at: parent.appending(name)) }
    }
    return .conditional(
      condition: condition, consequence: branches["then"], alternative: branches["else"])
  }

  private mutating func memberApplicator(
    of keyword: SchemaKeyword, siblings: JSONObject
  ) throws(JSONSchemaError) -> SchemaApplicator {
    switch keyword.name {
    case "properties":
      let schemas = try compileMembers(of: keyword).map { (ScalarKey(text: $0.name), $0.schema) }
      return .properties(Dictionary(schemas) { first, _ in first })
    case "patternProperties":
      var schemas: [(pattern: Pattern, schema: Int)] = []
      for (name, schema) in try compileMembers(of: keyword) {
        schemas.append((pattern: try keyword.pattern(name), schema: schema))
      }
      return .patternProperties(schemas)
    case "additionalProperties":
      let names = (siblings["properties"]?.object?.keys ?? []).map { ScalarKey(text: $0) }
      var patterns: [Pattern] = []
      for source in siblings["patternProperties"]?.object?.keys ?? [] {
        patterns.append(try keyword.pattern(source))
      }
      let schema = try compile(keyword.value, at: keyword.pointer)
      return .additionalProperties(schema, named: Set(names), patterns: patterns)
    default:
      return .propertyNames(try compile(keyword.value, at: keyword.pointer))
    }
  }

  /// Compiles the schemas of a keyword whose value is a list of them.
  private mutating func compileList(of keyword: SchemaKeyword) throws(JSONSchemaError) -> [Int] {
    guard let schemas = keyword.value.array, !schemas.isEmpty else {
      throw keyword.invalid("a list of at least one schema")
    }
    var indices: [Int] = []
    for (position, schema) in schemas.enumerated() {
      indices.append(try compile(schema, at: keyword.pointer.appending(position)))
    }
    return indices
  }

  /// Compiles the schemas of a keyword whose value names them.
  mutating func compileMembers(
    of keyword: SchemaKeyword
  ) throws(JSONSchemaError) -> [(name: String, schema: Int)] {
    guard let members = keyword.value.object else { throw keyword.invalid("an object of schemas") }
    var schemas: [(name: String, schema: Int)] = []
    for member in members {
      let schema = try compile(member.value, at: keyword.pointer.appending(member.key))
      schemas.append((name: member.key, schema: schema))
    }
    return schemas
  }
}
