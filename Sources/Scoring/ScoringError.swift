public import JSONKit

/// A check, golden option or gate that cannot be understood as written.
public struct ScoringError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code as it is printed.
    public let description: String

    /// No check has this name.
    public static let unknownCheck = Code(description: "unknown_check")
    /// The check has no such option.
    public static let unknownKey = Code(description: "unknown_key")
    /// An option without which the check says nothing is absent.
    public static let missingKey = Code(description: "missing_key")
    /// A value of another JSON type than the option takes.
    public static let wrongType = Code(description: "wrong_type")
    /// A value of the right type that the option cannot take.
    public static let badValue = Code(description: "bad_value")
    /// A gate that does not follow the grammar of `Gate`.
    public static let badGate = Code(description: "bad_gate")
  }

  /// What kind of mistake it is.
  public let code: Code
  /// What is wrong, where, and what to write instead.
  public let message: String
  /// The place inside the value that was read; the root for a gate.
  public let pointer: JSONPointer
  /// For a gate, how many characters stand before the mistake.
  public let offset: Int?
  /// The known word that was probably meant.
  public let suggestion: String?

  init(
    _ code: Code, _ message: String, at pointer: JSONPointer = .root, offset: Int? = nil,
    suggestion: String? = nil
  ) {
    self.code = code
    self.pointer = pointer
    self.offset = offset
    self.suggestion = suggestion
    self.message = suggestion.map { "\(message); did you mean `\($0)`?" } ?? message
  }
}

extension ScoringError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
