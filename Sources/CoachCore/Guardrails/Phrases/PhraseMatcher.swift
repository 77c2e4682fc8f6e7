/// Finds the phrases of a table in a text and lets their denials pass.
///
/// Words are matched whole, after folding (``NormalizedText``), so that spacing, zero-width characters and full-width
/// letters hide nothing.
struct PhraseMatcher<Kind: Hashable & Sendable>: Sendable {
  /// A phrase found in a text.
  struct Match: Sendable {
    /// What it tells.
    let kind: Kind
    /// Its words, by their places among the words of the text.
    let words: Range<Int>
    /// Its place in the folded text.
    let folded: Range<Int>
  }

  private let rules: [PhraseRule<Kind>]
  private let rulesByWord: [String: [Int]]
  /// By the first letter of the prefix.
  private let rulesByPrefix: [Unicode.Scalar: [(prefix: String, rule: Int)]]
  private let numberRules: [Int]
  private let leads: PhraseLeads

  init(_ rules: [PhraseRule<Kind>]) {
    var rulesByWord: [String: [Int]] = [:]
    var rulesByPrefix: [Unicode.Scalar: [(prefix: String, rule: Int)]] = [:]
    var leads = PhraseLeads()
    for (index, rule) in rules.enumerated() {
      guard let first = rule.pattern.elements.first else { continue }
      for word in first.words {
        rulesByWord[word, default: []].append(index)
        leads.insert(word: word)
      }
      for prefix in first.prefixes {
        guard let letter = prefix.unicodeScalars.first else { continue }
        leads.insert(prefix: prefix)
        rulesByPrefix[letter, default: []].append((prefix, index))
      }
    }
    self.rules = rules
    numberRules = rules.indices.filter { rules[$0].pattern.elements.first?.acceptsNumber == true }
    self.rulesByWord = rulesByWord
    self.rulesByPrefix = rulesByPrefix
    self.leads = leads
  }

  /// The phrases of a text in order; of several that overlap and tell the same, the first.
  func matches(in text: ProseText) -> [Match] {
    let words = text.words
    var found: [Match] = []
    for start in words.indices {
      for rule in candidates(for: words[start]) {
        guard let match = rules[rule].pattern.match(words, at: start), holds(rules[rule], match, in: words)
        else { continue }
        let folded =
          words[match.words.lowerBound].range.lowerBound..<words[match.words.upperBound - 1].range.upperBound
        let finding = Match(kind: rules[rule].kind, words: match.words, folded: folded)
        let isKnown = found.contains {
          $0.kind == finding.kind && $0.folded.upperBound > folded.lowerBound
        }
        if !isKnown { found.append(finding) }
      }
    }
    return found
  }

  /// The rules whose first word this may be, in the order of the table.
  private func candidates(for word: PhraseWord) -> [Int] {
    guard leads.contains(word.lead) else { return word.isNumber ? numberRules : [] }
    var candidates = rulesByWord[word.text] ?? []
    if word.isNumber { candidates += numberRules }
    if let letter = word.text.unicodeScalars.first {
      for (prefix, rule) in rulesByPrefix[letter] ?? [] where word.begins(with: prefix) {
        candidates.append(rule)
      }
    }
    return candidates.count > 1 ? candidates.sorted() : candidates
  }

  private func holds(_ rule: PhraseRule<Kind>, _ match: PhrasePattern.Match, in words: [PhraseWord]) -> Bool {
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
}
