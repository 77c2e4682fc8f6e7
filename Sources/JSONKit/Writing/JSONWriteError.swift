/// Why a value cannot be written, and which part of it.
public struct JSONWriteError: Error, Hashable, Sendable {
  /// What kind of fault it is: a stable name to switch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name.
    public let description: String

    /// A number beyond the range of `Double`, which RFC 8785 has no form for.
    public static let numberOutOfRange = Code(description: "number_out_of_range")
  }

  /// What kind of fault it is.
  public let code: Code
  /// Where in the value it is.
  public let pointer: JSONPointer
  /// What is wrong, where, and what would mend it.
  public let message: String

  init(code: Code, pointer: JSONPointer, number: JSONNumber) {
    self.code = code
    self.pointer = pointer
    let text = number.text.prefix(40)
    message =
      "The number \(text) \(pointer.place) is beyond the range of a double: "
      + "write it as a string where a canonical text is wanted."
  }
}

extension JSONWriteError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
