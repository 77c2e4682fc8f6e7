/// Why a JSON value does not decode to a type, and which part of it.
public struct JSONDecodingError: Error, Sendable {
  /// What kind of fault it is: a stable name to switch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name.
    public let description: String

    /// A value of another type than wanted.
    public static let typeMismatch = Code(description: "type_mismatch")
    /// An object without a member that is wanted.
    public static let missingMember = Code(description: "missing_member")
    /// Null, or the end of an array, where a value is wanted.
    public static let missingValue = Code(description: "missing_value")
    /// A number that the wanted type cannot hold.
    public static let numberOutOfRange = Code(description: "number_out_of_range")
    /// A value that the wanted type refuses for reasons of its own.
    public static let invalidValue = Code(description: "invalid_value")
  }

  /// What kind of fault it is.
  public let code: Code
  /// Where in the JSON value it is; for a missing member, the object it is missing from.
  public let pointer: JSONPointer
  /// What is wrong, where, and what would mend it.
  public let message: String
  /// The error a type's own `init(from:)` threw, if that is how decoding failed.
  public let cause: (any Error)?

  init(code: Code, codingPath: [any CodingKey], what: String, cause: (any Error)? = nil) {
    self.code = code
    pointer = JSONPointer(codingPath: codingPath)
    message = "\(what) \(pointer.place)."
    self.cause = cause
  }

  /// Takes over an error that came out of a type's `init(from:)`.
  init(_ error: any Error) {
    switch error {
    case let error as JSONDecodingError:
      self = error
    case DecodingError.typeMismatch(_, let context):
      self.init(.typeMismatch, context, cause: error)
    case DecodingError.valueNotFound(_, let context):
      self.init(.missingValue, context, cause: error)
    case DecodingError.keyNotFound(let key, let context):
      self.init(
        code: .missingMember, codingPath: context.codingPath, what: "Missing member “\(key.stringValue)”",
        cause: error)
    case DecodingError.dataCorrupted(let context):
      self.init(.invalidValue, context, cause: error)
    default:
      self.init(code: .invalidValue, codingPath: [], what: "Decoding failed (\(error))", cause: error)
    }
  }

  private init(_ code: Code, _ context: DecodingError.Context, cause: any Error) {
    self.init(code: code, codingPath: context.codingPath, what: context.debugDescription, cause: cause)
  }
}

extension JSONDecodingError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
