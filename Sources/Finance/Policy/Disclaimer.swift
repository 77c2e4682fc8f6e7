/// A text that must stand beside what the coach says, word for word.
public struct Disclaimer: Hashable, Sendable {
  /// The identifier, such as `std_warning`.
  public let id: String
  /// The text, exactly as it must appear.
  public let text: String
}
