/// Tells the name of a share or scheme from a kind of fund.
enum ProperNames {
  /// Whether a capitalised word that is no general term stands behind the first word of a range, or up to `reach`
  /// words behind the range in its clause.
  static func stand(in range: Range<Int>, reach: Int, of words: [PhraseWord]) -> Bool {
    let end = min(words.count, range.upperBound + reach)
    return (range.lowerBound + 1..<max(end, range.lowerBound + 1)).contains { index in
      let word = words[index]
      return word.clause == words[range.lowerBound].clause && word.isCapitalised
        && !general.contains(word.text)
    }
  }

  private static let general: Set<String> = [
    "a", "an", "the", "i", "mutual", "fund", "funds", "scheme", "schemes", "etf", "etfs", "debt", "equity",
    "liquid",
    "index", "small", "mid", "large", "cap", "caps", "flexi", "multi", "hybrid", "gold", "silver", "elss",
    "growth",
    "direct", "regular", "plan", "plans", "sip", "sips", "stp", "swp", "nav", "india", "indian", "balanced",
    "advantage", "overnight", "arbitrage", "term", "health", "life", "insurance", "government", "bonds",
    "nps", "ppf",
    "fd", "fds", "goal", "goals", "education", "retirement", "house", "emergency", "sebi", "amfi", "kyc",
    "pan",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "stock", "stocks", "share", "shares",
  ]
}
