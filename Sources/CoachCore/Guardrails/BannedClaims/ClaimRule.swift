/// A pattern of a banned claim and what keeps it from being one.
struct ClaimRule: Sendable {
  /// The family.
  let claim: BannedClaim
  /// The words.
  let pattern: ClaimPattern
  /// Whether a negation in front or behind takes the claim back.
  let isNegatable: Bool
  /// Words that take it back when they stand in it, up to four before or one behind it.
  let unless: Set<String>
  /// Words that take it back when they follow it.
  let then: ClaimPattern?
  /// How far behind it a proper name may stand, when one must stand there or inside; nil when none has to.
  let nameWithin: Int?

  /// Makes a rule; `notation` is that of ``ClaimPattern``.
  init(
    _ claim: BannedClaim, _ notation: String, negatable: Bool = true, unless: Set<String> = [],
    then: String? = nil, nameWithin: Int? = nil
  ) {
    self.claim = claim
    pattern = ClaimPattern(notation)
    isNegatable = negatable
    self.unless = unless
    self.then = then.map(ClaimPattern.init)
    self.nameWithin = nameWithin
  }
}
