/// Why a text is no JSON Pointer.
public struct JSONPointerError: Error, Hashable, Sendable {
  /// What kind of fault it is: a stable name to switch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name.
    public let description: String

    /// A text that is not empty and does not start with a slash.
    public static let missingSlash = Code(description: "missing_slash")
    /// A tilde that is followed by neither 0 nor 1.
    public static let invalidEscape = Code(description: "invalid_escape")
    /// A URI fragment without its leading `#`, or with a percent sign that starts no escape.
    public static let invalidFragment = Code(description: "invalid_fragment")
  }

  /// What kind of fault it is.
  public let code: Code
  /// What is wrong, where, and what would mend it.
  public let message: String

  init(code: Code, text: String) {
    self.code = code
    let quoted = JSONValue.string(String(text.prefix(200))).compact()
    switch code {
    case .missingSlash: message = "The JSON Pointer \(quoted) must be empty or start with “/”."
    case .invalidEscape: message = "In the JSON Pointer \(quoted), “~” must be written “~0” and “/” as “~1”."
    default: message = "The URI fragment \(quoted) must be “#” and a percent-encoded JSON Pointer."
    }
  }
}

extension JSONPointerError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
