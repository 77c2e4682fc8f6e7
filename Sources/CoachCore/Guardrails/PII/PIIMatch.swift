/// Personal data found in a text.
public struct PIIMatch: Hashable, Sendable {
  /// What it is.
  public let kind: PIIKind
  /// First Unicode scalar of the match in the text.
  public let start: Int
  /// One past its last Unicode scalar.
  public let end: Int
  /// The matched text as it stands, personal as it is.
  public let text: String
}
