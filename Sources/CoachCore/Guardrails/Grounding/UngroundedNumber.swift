/// A number in prose that no cited fact proves.
public struct UngroundedNumber: Hashable, Sendable {
  /// Why not.
  public let reason: GroundingReason
  /// First Unicode scalar of the number in the text.
  public let start: Int
  /// One past its last Unicode scalar.
  public let end: Int
  /// The number as written.
  public let text: String
  /// What is wrong and what would be right.
  public let detail: String
}
