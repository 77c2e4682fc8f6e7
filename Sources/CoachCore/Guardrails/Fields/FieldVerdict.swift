/// What the screen says of one free text.
public struct FieldVerdict: Hashable, Sendable {
  /// The kinds of attack it shows signs of, in the order of ``FieldThreat``; none for a clean text.
  public let threats: [FieldThreat]
  /// The text as it may stand in a prompt: one line of at most 80 characters, without markup (``FieldEscape``).
  public let line: String

  /// Whether nothing speaks against the text.
  public var isClean: Bool { threats.isEmpty }
}
