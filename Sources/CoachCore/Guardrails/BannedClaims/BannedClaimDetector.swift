/// Finds claims no artifact may make, in English and Hindi, and lets their denials pass.
///
/// ```swift
/// let detector = BannedClaimDetector()
/// print(detector.matches(in: "Returns are guaranteed.").map(\.claim.rawValue))      // ["assured_return"]
/// print(detector.matches(in: "Returns are not guaranteed.").map(\.claim.rawValue))  // []
/// ```
public struct BannedClaimDetector: Sendable {
  private let phrases: PhraseMatcher<BannedClaim>

  /// Makes a detector.
  public init() {
    self.init(rules: ClaimRules.all)
  }

  init(rules: [PhraseRule<BannedClaim>]) {
    phrases = PhraseMatcher(rules)
  }

  /// The banned claims of a text in order; of several that overlap in one family, the first.
  public func matches(in text: String) -> [BannedClaimMatch] {
    matches(in: ProseText(text))
  }

  func matches(in text: ProseText) -> [BannedClaimMatch] {
    phrases.matches(in: text).map { match in
      let original = text.folded.originalRange(of: match.folded)
      return BannedClaimMatch(
        claim: match.kind, start: original.lowerBound, end: original.upperBound,
        text: text.folded.originalText(of: match.folded))
    }
  }
}
