/// Finds claims no artifact may make, in English and Hindi, and lets their denials pass.
///
/// Words are matched whole, after folding (``NormalizedText``), so that spacing, zero-width characters and full-width
/// letters hide nothing.
///
/// ```swift
/// let detector = BannedClaimDetector()
/// print(detector.matches(in: "Returns are guaranteed.").map(\.claim.rawValue))      // ["assured_return"]
/// print(detector.matches(in: "Returns are not guaranteed.").map(\.claim.rawValue))  // []
/// ```
public struct BannedClaimDetector: Sendable {
  private let rulesByWord: [String: [Int]]
  private let rulesByPrefix: [(prefix: String, rule: Int)]
  private let numberRules: [Int]
  private let rules: [ClaimRule]

  /// Makes a detector.
  public init() {
    self.init(rules: ClaimRules.all)
  }

  init(rules: [ClaimRule]) {
    var rulesByWord: [String: [Int]] = [:]
    var rulesByPrefix: [(prefix: String, rule: Int)] = []
    for (index, rule) in rules.enumerated() {
      guard let first = rule.pattern.elements.first else { continue }
      for word in first.words { rulesByWord[word, default: []].append(index) }
      rulesByPrefix += first.prefixes.map { ($0, index) }
    }
    self.rules = rules
    numberRules = rules.indices.filter { rules[$0].pattern.elements.first?.acceptsNumber == true }
    self.rulesByWord = rulesByWord
    self.rulesByPrefix = rulesByPrefix
  }

  /// The banned claims of a text in order; of several that overlap in one family, the first.
  public func matches(in text: String) -> [BannedClaimMatch] {
    let text = NormalizedText(text)
    let words = ClaimWord.words(of: text)
    var found: [BannedClaimMatch] = []
    for start in words.indices {
      for rule in candidates(for: words[start]) {
        guard let match = rules[rule].pattern.match(words, at: start), holds(rules[rule], match, in: words)
        else {
          continue
        }
        let finding = self.match(rules[rule].claim, match.words, words, text)
        let isKnown = found.contains { $0.claim == finding.claim && $0.end > finding.start }
        if !isKnown { found.append(finding) }
      }
    }
    return found
  }

  /// The rules whose first word this may be, in the order of the table.
  private func candidates(for word: ClaimWord) -> [Int] {
    var candidates = rulesByWord[word.text] ?? []
    if word.isNumber { candidates += numberRules }
    for (prefix, rule) in rulesByPrefix where word.begins(with: prefix) { candidates.append(rule) }
    return candidates.sorted()
  }

  private func holds(_ rule: ClaimRule, _ match: ClaimPattern.Match, in words: [ClaimWord]) -> Bool {
    if rule.isNegatable, Negation.takesBack(match, in: words) { return false }
    let sentence = words[match.words.lowerBound].sentence
    let around = max(0, match.words.lowerBound - 4)..<min(words.count, match.words.upperBound + 1)
    if !rule.unless.isEmpty,
      around.contains(where: { words[$0].sentence == sentence && rule.unless.contains(words[$0].text) })
    {
      return false
    }
    if let then = rule.then, then.follows(words, at: match.words.upperBound) { return false }
    guard let reach = rule.nameWithin else { return true }
    return ProperNames.stand(in: match.words, reach: reach, of: words)
  }

  private func match(
    _ claim: BannedClaim, _ range: Range<Int>, _ words: [ClaimWord], _ text: NormalizedText
  ) -> BannedClaimMatch {
    let folded = words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    let original = text.originalRange(of: folded)
    return BannedClaimMatch(
      claim: claim, start: original.lowerBound, end: original.upperBound, text: text.originalText(of: folded))
  }
}
