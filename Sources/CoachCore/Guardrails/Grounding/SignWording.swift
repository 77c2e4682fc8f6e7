/// Which side of zero the words around a number put it on.
///
/// Two readings, because the two mistakes differ. A negative fact may be written without its sign when a deficit word
/// stands within four words in the same sentence, on either side (domain rules §4.4). A positive fact is contradicted
/// only by a deficit word that *governs* its number: `short by ₹5 L`, `a shortfall of ₹5 L`, `₹5 L short`,
/// `₹5 L is the gap`. So in `₹42.95 L, a shortfall of ₹20.98 L` the word is about the second figure alone, and
/// `short of ₹42.95 L` and `less than ₹42.95 L` compare with a figure instead of calling it a deficit.
struct SignWording {
  private let tokens: [TextToken]
  private let numberAt: [Int: Range<Int>]

  /// Looks at a text's tokens and the numbers found among them.
  init(tokens: [TextToken], numbers: [WrittenNumber]) {
    self.tokens = tokens
    var numberAt: [Int: Range<Int>] = [:]
    for number in numbers {
      for index in number.tokens { numberAt[index] = number.tokens }
    }
    self.numberAt = numberAt
  }

  /// Whether a deficit word stands within four words of a number, in its sentence.
  func hasDeficitNearby(_ number: Range<Int>) -> Bool {
    nearby(from: number.lowerBound, step: -1) || nearby(from: number.upperBound - 1, step: 1)
  }

  /// Whether a deficit word says that this very number is missing.
  func isCalledDeficit(_ number: Range<Int>) -> Bool {
    isGoverned(number, nouns: SignWords.deficitNouns, adjectives: SignWords.deficitAdjectives)
  }

  /// Whether a surplus word says that this very number is left over.
  func isCalledSurplus(_ number: Range<Int>) -> Bool {
    isGoverned(number, nouns: SignWords.surplusNouns, adjectives: SignWords.surplusAdjectives)
  }

  private func nearby(from start: Int, step: Int) -> Bool {
    var index = start + step
    var words = 0
    while tokens.indices.contains(index), words < 4 {
      let token = tokens[index]
      if isSentenceEnd(at: index) { return false }
      if token.kind == .word || token.kind == .numeral { words += 1 }
      if token.kind == .word, SignWords.isDeficit(token.text), !isNegated(at: index) { return true }
      index += step
    }
    return false
  }

  private func isNegated(at index: Int) -> Bool {
    if isNegatedBehind(at: index) { return true }
    guard index > 0, tokens[index - 1].kind == .word else { return false }
    return ["not", "no", "never", "n't", "isn't", "aren't"].contains(tokens[index - 1].text)
  }

  /// `कमी नहीं`, and `कम से कम`, which is “at least”.
  private func isNegatedBehind(at index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    if tokens[index + 1].isWord("नहीं") || tokens[index + 1].isWord("नही") { return true }
    let isFirst = index + 2 < tokens.count && tokens[index + 1].isWord("से") && tokens[index + 2].isWord("कम")
    let isSecond = index > 1 && tokens[index - 1].isWord("से") && tokens[index - 2].isWord("कम")
    return tokens[index].isWord("कम") && (isFirst || isSecond)
  }

  private func isGoverned(_ number: Range<Int>, nouns: Set<String>, adjectives: [String: Bool]) -> Bool {
    if let before = governorBefore(number.lowerBound, nouns, adjectives) { return !isNegated(at: before) }
    guard let after = governorAfter(number.upperBound, nouns, adjectives) else { return false }
    return !isNegated(at: after) && !governsAhead(after)
  }

  /// A deficit word in front, joined to the number by nothing but words such as `of`, `by` or `is about`.
  private func governorBefore(_ start: Int, _ nouns: Set<String>, _ adjectives: [String: Bool]) -> Int? {
    var index = start - 1
    var links: [String] = []
    while index >= 0, links.count <= 4 {
      let token = tokens[index]
      if token.kind == .word {
        if nouns.contains(token.text) { return index }
        if let standsAlone = adjectives[token.text] {
          let hasBy = links.contains("by")
          return !links.contains("of") && (hasBy || standsAlone && links.isEmpty) ? index : nil
        }
        guard SignWords.linksAhead.contains(token.text) else { return nil }
        links.append(token.text)
      } else if !isTransparent(at: index), !token.isSymbol(":") {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// A deficit word behind: an adjective directly, a noun with words such as `is the` between.
  private func governorAfter(_ end: Int, _ nouns: Set<String>, _ adjectives: [String: Bool]) -> Int? {
    var index = end
    var links = 0
    while index < tokens.count, links <= 3 {
      let token = tokens[index]
      if token.kind == .word {
        if nouns.contains(token.text) { return index }
        if adjectives[token.text] != nil { return links == 0 && tokens[index].text != "down" ? index : nil }
        guard SignWords.linksBehind.contains(token.text) else { return nil }
        links += 1
      } else if !isTransparent(at: index) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a word is joined to a number that follows it, so that it does not look back.
  private func governsAhead(_ word: Int) -> Bool {
    var index = word + 1
    var links = 0
    while index < tokens.count, links <= 4 {
      if numberAt[index] != nil { return true }
      let token = tokens[index]
      if token.kind == .word {
        guard SignWords.linksAhead.contains(token.text) else { return false }
        links += 1
      } else if !isTransparent(at: index), !token.isSymbol(":") {
        return false
      }
      index += 1
    }
    return false
  }

  /// Whether a token is passed over: a marker or Markdown's emphasis.
  private func isTransparent(at index: Int) -> Bool {
    guard numberAt[index] == nil else { return false }
    let token = tokens[index]
    return token.kind == .marker || token.isSymbol("*") || token.isSymbol("_")
  }

  private func isSentenceEnd(at index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .lineBreak { return true }
    guard token.kind == .symbol, numberAt[index] == nil else { return false }
    if ["!", "?", "।"].contains(token.text) { return true }
    guard token.text == "." else { return false }
    return index + 1 == tokens.count || tokens[index + 1].isSpaced || tokens[index + 1].kind == .marker
  }
}
