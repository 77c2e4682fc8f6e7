/// Why a text is not JSON, and where.
public struct JSONParseError: Error, Hashable, Sendable {
  /// What kind of fault it is: a stable name to switch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name.
    public let description: String

    /// The text ends before the value does.
    public static let unexpectedEnd = Code(description: "unexpected_end")
    /// A character that the grammar does not allow at its place.
    public static let unexpectedCharacter = Code(description: "unexpected_character")
    /// More text after the one value.
    public static let trailingContent = Code(description: "trailing_content")
    /// A number outside the grammar, such as `01`, `.5` or `1.`.
    public static let invalidNumber = Code(description: "invalid_number")
    /// A backslash followed by something other than an escape.
    public static let invalidEscape = Code(description: "invalid_escape")
    /// A `\u` escape that is half of a surrogate pair, hence no Unicode scalar.
    public static let loneSurrogate = Code(description: "lone_surrogate")
    /// A character below U+0020 inside a string.
    public static let controlCharacter = Code(description: "control_character")
    /// Bytes that are not UTF-8.
    public static let invalidUTF8 = Code(description: "invalid_utf8")
    /// A byte order mark at the start.
    public static let byteOrderMark = Code(description: "byte_order_mark")
    /// A member name that its object already has, where the options refuse it.
    public static let duplicateKey = Code(description: "duplicate_key")
    /// More nesting than the options allow.
    public static let tooDeep = Code(description: "too_deep")
    /// More bytes than the options allow.
    public static let tooLarge = Code(description: "too_large")
  }

  /// What kind of fault it is.
  public let code: Code
  /// What is wrong, where, and what would mend it.
  public let message: String
  /// Bytes before the fault, from 0.
  public let offset: Int
  /// The line of the fault, from 1; lines end with a line feed.
  public let line: Int
  /// The column of the fault, from 1, counted in Unicode scalars.
  public let column: Int
}

extension JSONParseError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
