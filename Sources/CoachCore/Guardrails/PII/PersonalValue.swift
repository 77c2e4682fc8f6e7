/// A value known to be personal, such as the name in the investor's statement, found wherever it is written.
public struct PersonalValue: Hashable, Sendable {
  /// What it is.
  public let kind: PIIKind
  /// The value; case, spacing and punctuation do not matter when it is looked for.
  public let text: String

  /// Names a value.
  public init(_ kind: PIIKind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
