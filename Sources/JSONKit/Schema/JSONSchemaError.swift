/// Why a JSON value is no schema this module can apply, and which part of it.
public struct JSONSchemaError: Error, Hashable, Sendable {
  /// What kind of fault it is: a stable name to switch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name.
    public let description: String

    /// A keyword, format or dialect this module does not implement.
    public static let unsupportedKeyword = Code(description: "unsupported_keyword")
    /// A keyword with a value that the specification does not allow.
    public static let invalidKeyword = Code(description: "invalid_keyword")
    /// A reference that leads to no schema of the same document.
    public static let unresolvedReference = Code(description: "unresolved_reference")
    /// A schema that applies itself to the same value again and again.
    public static let endlessReference = Code(description: "endless_reference")
  }

  /// What kind of fault it is.
  public let code: Code
  /// Where in the schema it is.
  public let pointer: JSONPointer
  /// What is wrong, where, and what would mend it.
  public let message: String

  init(code: Code, pointer: JSONPointer, what: String) {
    self.code = code
    self.pointer = pointer
    message = "\(what) \(pointer.place)."
  }
}

extension JSONSchemaError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
