/// Whether the words around a claim take it back.
enum Negation {
  /// Whether a negation governs the words in `match`.
  static func takesBack(_ match: PhrasePattern.Match, in words: [PhraseWord]) -> Bool {
    match.gaps.contains { isNegator(at: $0, in: words) || hindiNegators.contains(words[$0].text) }
      || isBefore(match.words.lowerBound, in: words)
      || isBehind(match.words.upperBound, in: words)
  }

  /// A negation up to five words in front, in the same clause: “no fund can guarantee”.
  private static func isBefore(_ start: Int, in words: [PhraseWord]) -> Bool {
    var index = start - 1
    while index >= 0, start - index <= 5, words[index].clause == words[start].clause {
      if isNegator(at: index, in: words) { return true }
      index -= 1
    }
    return false
  }

  /// A negation behind: “guaranteed returns do not exist”, “गारंटी नहीं है”.
  private static func isBehind(_ end: Int, in words: [PhraseWord]) -> Bool {
    var index = end
    while index < words.count, index - end <= 4, words[index].clause == words[end - 1].clause {
      if hindiNegators.contains(words[index].text) { return true }
      if negators.contains(words[index].text) {
        let next = index + 1 < words.count ? words[index + 1].text : ""
        return isLinked(end..<index, in: words) && !keepsPromise.contains(next)
      }
      index += 1
    }
    return false
  }

  /// Whether nothing but the claim's own subject and an auxiliary stands between it and a negation.
  private static func isLinked(_ range: Range<Int>, in words: [PhraseWord]) -> Bool {
    range.allSatisfy { links.contains(words[$0].text) }
  }

  private static func isNegator(at index: Int, in words: [PhraseWord]) -> Bool {
    guard negators.contains(words[index].text) else { return false }
    // “not only”, “no doubt”, “do not miss” deny something else than the claim, or nothing.
    let next = index + 1 < words.count ? words[index + 1].text : ""
    let isWhyNot = index > 0 && words[index - 1].text == "why"
    return !isWhyNot && !deniesSomethingElse.contains(next)
  }

  private static let negators: Set<String> = [
    "not", "no", "never", "cannot", "can't", "cant", "won't", "wont", "isn't", "isnt", "aren't", "arent",
    "doesn't",
    "doesnt", "don't", "dont", "didn't", "wasn't", "weren't", "wouldn't", "shouldn't", "couldn't", "hasn't",
    "haven't",
    "without", "nor", "neither", "nobody", "nothing", "none", "hardly", "बिना",
  ]
  private static let hindiNegators: Set<String> = ["नहीं", "नही", "न", "ना", "मत", "nahi", "nahin", "nhi"]
  private static let deniesSomethingElse: Set<String> = [
    "only", "just", "merely", "miss", "worry", "wait", "doubt", "doubts", "forget", "fail", "hesitate",
    "ignore",
    "overlook", "skip", "delay", "matter", "beats", "lose",
  ]
  private static let links: Set<String> = [
    "return", "returns", "profit", "profits", "gains", "income", "are", "is", "do", "does", "can", "was",
    "were",
    "be", "such", "of", "in", "any", "by", "fund", "funds", "this", "investment", "investments",
  ]
  private static let keepsPromise: Set<String> = [
    "disappoint", "fail", "stop", "end", "vary", "change", "fluctuate", "fall", "lie", "only", "just",
  ]
}
