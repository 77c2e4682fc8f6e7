/// A compiled JSON Schema of draft 2020-12, within the keywords named here.
///
/// Any other keyword is refused when the schema is compiled, so that no rule is silently ignored. A `$ref`
/// leads to a schema of the same document; `format` is asserted.
///
/// ```swift
/// let schema = try JSONSchema(["type": "object", "required": ["id"]])
/// print(schema.validate([:]).map(\.description))  // ["the root: lacks the member “id”"]
/// ```
///
/// ## Keywords
/// - Structure: `$schema $id $ref $defs $comment title description`
/// - Any type: `type enum const allOf anyOf oneOf not if then else`
/// - Objects: `properties patternProperties additionalProperties propertyNames required minProperties
///   maxProperties`
/// - Arrays: `prefixItems items minItems maxItems uniqueItems`
/// - Strings: `minLength maxLength` (Unicode scalars), `pattern` (ECMA-262 with the `u` flag, found anywhere,
///   without lookaround and backreferences), `format` (`date` of RFC 3339)
/// - Numbers: `minimum maximum exclusiveMinimum exclusiveMaximum multipleOf`, all exact in decimal
public struct JSONSchema: Sendable {
  /// Every schema of the document; the root is the first.
  let nodes: [SchemaNode]

  /// Compiles a schema.
  ///
  /// - Throws: `JSONSchemaError` with the pointer to the part that cannot be used.
  public init(_ schema: JSONValue) throws(JSONSchemaError) {
    var compiler = SchemaCompiler()
    nodes = try compiler.compile(document: schema)
  }

  /// Checks a value.
  ///
  /// - Returns: Every violation, in the order the parts stand in the value; none when the value is valid.
  public func validate(_ value: JSONValue) -> [JSONSchemaViolation] {
    var validator = SchemaValidator(nodes: nodes, root: value)
    return validator.validate()
  }
}
