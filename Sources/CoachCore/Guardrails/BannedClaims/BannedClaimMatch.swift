/// A banned claim found in a text.
public struct BannedClaimMatch: Hashable, Sendable {
  /// The family it belongs to.
  public let claim: BannedClaim
  /// First Unicode scalar of the claim in the text.
  public let start: Int
  /// One past its last Unicode scalar.
  public let end: Int
  /// The words of the claim.
  public let text: String
}
