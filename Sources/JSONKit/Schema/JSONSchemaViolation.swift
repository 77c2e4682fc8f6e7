/// One way in which a value breaks a schema.
public struct JSONSchemaViolation: Hashable, Sendable {
  /// The part of the value that breaks the rule.
  public let instance: JSONPointer
  /// The keyword of the rule; "false" for the schema that allows nothing.
  public let keyword: String
  /// Where in the schema the rule stands.
  public let schema: JSONPointer
  /// What the rule asks for.
  ///
  /// It quotes the schema, never the value, which may be private.
  public let message: String
}

extension JSONSchemaViolation: CustomStringConvertible {
  /// The place and the message on one line.
  public var description: String {
    "\(instance.tokens.isEmpty ? "the root" : instance.description): \(message)"
  }
}
