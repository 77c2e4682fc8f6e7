/// What the words around a number say of its sign.
///
/// A negative fact may be written without its sign within four words of a deficit word in the same sentence. A
/// positive fact may not be called a deficit, unless the fact itself is one (a shortfall is stated as a positive
/// amount). The second rule asks for the phrase itself (`short by ₹…`, `a gap of ₹…`, `₹… behind`): a plan that "is
/// behind: it reaches ₹…" calls nothing a deficit.
struct SignReading {
  private let mention: NumberMention
  private let tokens: [ProseToken]

  init(_ mention: NumberMention, in tokens: [ProseToken]) {
    self.mention = mention
    self.tokens = tokens
  }

  func agree(with fact: FactFigure, value: ExactDecimal) -> Bool {
    if value.isNegative {
      switch mention.sign {
      case .minus: return true
      case .plus: return false
      case .none: return hasDeficitWordNearby
      }
    }
    if mention.sign == .minus { return mention.magnitude == ExactDecimal(0) }
    if fact.namesDeficit {
      return fact.namesSurplus
        || !isCalled(Self.surplusNouns, Self.surplusAdjectives, behind: Self.surplusBehind)
    }
    return !isCalled(Self.deficitNouns, Self.deficitAdjectives, behind: Self.deficitBehind)
  }

  private static let deficitWords: Set<String> = deficitNouns.union(deficitAdjectives).union([
    "less", "below", "lower", "under", "underfunded", "lack", "lacks", "lacking", "lag", "lags", "lagging",
    "lagged",
    "loss", "lost", "fell", "fall", "falls", "fallen", "decline", "declined", "down", "drop", "dropped",
    "drawdown",
    "negative", "decrease", "decreased", "shy", "missing", "कम", "गिरावट", "गिरा", "गिरी", "गिरे", "गिरकर", "घटा",
    "घटी", "घटे", "घटकर", "नीचे", "अंतर",
  ])
  private static let deficitNouns: Set<String> = [
    "shortfall", "gap", "deficit", "कमी", "घाटा", "घाटे", "नुकसान", "गैप",
  ]
  private static let deficitAdjectives: Set<String> = ["short", "behind", "पीछे"]
  private static let surplusNouns: Set<String> = HindiLexicon.spelled(
    Set(["surplus", "excess", "अधिशेष", "बचत", "मुनाफ़ा", "मुनाफ़े", "फ़ायदा", "लाभ", "बढ़त"]))
  private static let surplusAdjectives: Set<String> = ["ahead", "आगे"]
  /// Hindi puts these behind their amount: `₹… कम`; before it they compare (`इससे कम`) or say "at least" (`कम से कम`).
  private static let deficitBehind: Set<String> = ["कम"]
  private static let surplusBehind = HindiLexicon.spelled(Set(["ज़्यादा", "अधिक", "अतिरिक्त"]))
  /// Words that may stand between a deficit word and its amount.
  private static let fillers: Set<String> = [
    "of", "by", "is", "was", "are", "about", "around", "approximately", "nearly", "roughly", "some", "almost",
    "over",
    "just", "only", "a", "an", "the", "your", "its", "another", "further", "still", "too", "stands",
    "remains",
    "equals", "as", "now", "currently", "की", "का", "के", "लगभग", "करीब", "तकरीबन", "सिर्फ", "केवल", "महज", "कुल",
    "अनुमानित", "है", "होगी", "रहेगी", "यानी", "अब", "अभी",
  ]

  private var hasDeficitWordNearby: Bool {
    [Array((0..<mention.tokens.lowerBound).reversed()), Array(mention.tokens.upperBound..<tokens.count)]
      .contains { side in
        var distance = 0
        for index in side {
          if endsSentence(index) { return false }
          guard tokens[index].word != nil || tokens[index].numeral != nil else { continue }
          distance += 1
          if distance > 4 { return false }
          if let word = tokens[index].word, Self.deficitWords.contains(word) { return true }
        }
        return false
      }
  }

  /// A full stop counts only before white space: `Rs.5` and `12.5` go on.
  private func endsSentence(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .lineBreak, .symbol("!"), .symbol("?"), .symbol("।"): true
    case .symbol("."): index + 1 >= tokens.count || tokens[index + 1].isSpaced
    default: false
    }
  }

  private func isCalled(_ nouns: Set<String>, _ adjectives: Set<String>, behind: Set<String>) -> Bool {
    isCalledBefore(nouns, adjectives) || isCalledAfter(nouns.union(adjectives).union(behind))
  }

  /// `a shortfall of about ₹…`, `Shortfall: ₹…`, `short by ₹…`, `short ₹…`.
  private func isCalledBefore(_ nouns: Set<String>, _ adjectives: Set<String>) -> Bool {
    var between: [String] = []
    var sawColon = false
    for index in (0..<mention.tokens.lowerBound).reversed() {
      if let symbol = tokens[index].symbol, "*_~(".contains(symbol) { continue }
      if tokens[index].symbol == ":" {
        sawColon = true
        continue
      }
      guard let word = tokens[index].word else { return false }
      if nouns.contains(word) { return true }
      if adjectives.contains(word) { return !sawColon && (between.contains("by") || between.isEmpty) }
      guard Self.fillers.contains(word) else { return false }
      between.append(word)
    }
    return false
  }

  /// `₹… short`, `₹… [f1] is the gap`, `₹… [f1] की कमी`; not `₹… [f1] की कमी नहीं`, not `₹… [f1] कम से कम`.
  private func isCalledAfter(_ words: Set<String>) -> Bool {
    for index in mention.tokens.upperBound..<tokens.count {
      if tokens[index].isMarker { continue }
      if let symbol = tokens[index].symbol, "*_".contains(symbol) { continue }
      guard let word = tokens[index].word else { return false }
      if words.contains(word) {
        let next = index + 1 < tokens.count ? tokens[index + 1].word : nil
        return next != "नहीं" && !(word == "कम" && next == "से")
      }
      guard Self.fillers.contains(word) else { return false }
    }
    return false
  }
}
