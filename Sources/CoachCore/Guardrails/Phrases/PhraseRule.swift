/// A pattern of words that tells something a rail looks for, and what keeps it from telling it.
struct PhraseRule<Kind: Hashable & Sendable>: Sendable {
  /// What the words tell.
  let kind: Kind
  /// The words.
  let pattern: PhrasePattern
  /// Whether a negation in front or behind takes it back.
  let isNegatable: Bool
  /// Words that take it back when they stand in it, up to four before or one behind it.
  let unless: Set<String>
  /// Words that take it back when they follow it.
  let then: PhrasePattern?
  /// How far behind it a proper name may stand, when one must stand there or inside; nil when none has to.
  let nameWithin: Int?

  /// Makes a rule; `notation` is that of ``PhrasePattern``.
  init(
    _ kind: Kind, _ notation: String, negatable: Bool = true, unless: Set<String> = [],
    then: String? = nil, nameWithin: Int? = nil
  ) {
    self.kind = kind
    pattern = PhrasePattern(notation)
    isNegatable = negatable
    self.unless = Set(unless.map { String(NormalizedText($0)) })
    self.then = then.map(PhrasePattern.init)
    self.nameWithin = nameWithin
  }
}
