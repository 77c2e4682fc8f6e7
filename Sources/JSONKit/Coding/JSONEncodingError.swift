/// Why a value has no JSON form, and which part of it.
public struct JSONEncodingError: Error, Sendable {
  /// What kind of fault it is: a stable name to switch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name.
    public let description: String

    /// NaN or an infinity.
    public static let nonFiniteNumber = Code(description: "non_finite_number")
    /// A type whose `encode(to:)` wrote nothing.
    public static let noValue = Code(description: "no_value")
    /// A type whose `encode(to:)` asked for two kinds of container at one place.
    public static let conflictingContainers = Code(description: "conflicting_containers")
  }

  /// What kind of fault it is.
  public let code: Code
  /// Where in the value it is.
  public let pointer: JSONPointer
  /// What is wrong, where, and what would mend it.
  public let message: String

  init(code: Code, codingPath: [any CodingKey], what: String) {
    self.code = code
    pointer = JSONPointer(codingPath: codingPath)
    message = "\(what) \(pointer.place)."
  }
}

extension JSONEncodingError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
