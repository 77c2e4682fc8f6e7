/// Words that put a number below or above zero.
enum SignWords {
  /// Whether a word, anywhere near a number, can stand for its minus sign.
  static func isDeficit(_ word: String) -> Bool {
    deficitNouns.contains(word) || deficitAdjectives[word] != nil || looseDeficits.contains(word)
  }

  /// Nouns that call the figure joined to them missing or lost.
  static let deficitNouns: Set<String> = [
    "shortfall", "shortfalls", "shortage", "gap", "gaps", "deficit", "deficits", "loss", "losses", "कमी", "घाटा",
    "घाटे", "नुकसान", "गैप",
  ]

  /// Adjectives and adverbs that do; the value says whether they do so in front of a figure without `by`.
  static let deficitAdjectives: [String: Bool] = [
    "short": true, "behind": false, "less": false, "down": false, "lagging": false, "lags": false,
    "lag": false,
    "lacking": true, "lack": true, "lacks": true, "missing": true, "lost": true, "कम": false, "पीछे": false,
  ]

  /// Nouns that call the figure joined to them left over or gained.
  static let surplusNouns: Set<String> = [
    "surplus", "surpluses", "excess", "cushion", "gain", "gains", "profit", "profits", "अधिशेष", "लाभ", "मुनाफा",
    "मुनाफे", "बचत", "फायदा", "फायदे", "बढत",
  ]

  /// Adjectives and adverbs that do; the value says whether they do so in front of a figure without `by`.
  static let surplusAdjectives: [String: Bool] = [
    "ahead": false, "up": true, "above": false, "extra": true, "gained": true, "आगे": false,
    "ज्यादा": false, "अधिक": false, "अतिरिक्त": true,
  ]

  /// What may stand between such a word and the figure behind it.
  static let linksAhead: Set<String> = [
    "of", "by", "is", "are", "was", "at", "about", "around", "roughly", "approximately", "nearly", "almost",
    "only",
    "just", "some", "over", "be", "will", "would", "remains", "equals", "stands", "comes", "still", "now",
    "an",
    "estimated", "projected", "total", "today", "है", "लगभग", "करीब", "तकरीबन", "सिर्फ", "केवल", "महज", "कुल",
    "अनुमानित",
    "अब", "अभी", "यानी", "की", "का", "के", "होगी", "रहेगी", "बनती",
  ]

  /// What may stand between a figure and such a noun behind it.
  static let linksBehind: Set<String> = [
    "is", "are", "was", "the", "your", "a", "in", "of", "as", "this", "की", "का", "के", "total", "expected",
    "कुल", "अनुमानित",
  ]

  private static let looseDeficits: Set<String> = [
    "lower", "below", "under", "underfunded", "unfunded", "fall", "falls", "fell", "fallen", "falling",
    "drop", "drops",
    "dropped", "decline", "declined", "declines", "decrease", "decreased", "drawdown", "negative", "minus",
    "trail",
    "trails", "trailed", "trailing", "lagged", "underperformed", "underperforms", "lose", "loses", "losing",
    "worse",
    "घटा", "घटी", "घटे", "घटकर", "गिरा", "गिरी", "गिरे", "गिरकर", "गिरावट", "अंतर", "नीचे", "माइनस",
  ]
}
