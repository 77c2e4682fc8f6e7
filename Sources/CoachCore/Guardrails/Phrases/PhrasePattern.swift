/// A sequence of words to look for, written in a small notation.
///
/// Words stand apart by spaces. `a|b` is either word, `guarantee*` any word that begins so, `<n>` a number, `very?` a
/// word that may be missing. `..3` allows up to three other words of the same clause before the next one, `~3` up to
/// three of the same sentence.
///
/// ```swift
/// PhrasePattern("past|historical ..2 will continue|repeat*")  // “past returns will continue”
/// ```
struct PhrasePattern: Sendable {
  /// One word of the pattern.
  struct Element: Sendable {
    var words: Set<String> = []
    var prefixes: [String] = []
    var acceptsNumber = false
    var isOptional = false
    var gap = 0
    var gapCrossesClauses = false

    func matches(_ word: PhraseWord) -> Bool {
      if words.contains(word.text) || acceptsNumber && word.isNumber { return true }
      return prefixes.contains { word.begins(with: $0) }
    }
  }

  /// Where a pattern matched.
  struct Match {
    /// The matched words.
    var words: Range<Int>
    /// Those of them that gaps passed over.
    var gaps: [Int]
  }

  /// The elements in order; the first is never optional.
  let elements: [Element]

  /// Reads the notation.
  init(_ notation: String) {
    var elements: [Element] = []
    var gap = 0
    var crosses = false
    for part in notation.split(separator: " ") {
      if part.hasPrefix("..") || part.hasPrefix("~") {
        gap = Int(part.drop { $0 == "." || $0 == "~" }) ?? 0
        crosses = part.hasPrefix("~")
        continue
      }
      var element = Self.element(String(part))
      element.gap = gap
      element.gapCrossesClauses = crosses
      elements.append(element)
      (gap, crosses) = (0, false)
    }
    self.elements = elements
  }

  private static func element(_ part: String) -> Element {
    var element = Element()
    element.isOptional = part.hasSuffix("?")
    for alternative in part.split(separator: "|") {
      let word = alternative.hasSuffix("?") ? alternative.dropLast() : alternative
      if word == "<n>" {
        element.acceptsNumber = true
      } else if word.hasSuffix("*") {
        element.prefixes.append(folded(word.dropLast()))
      } else {
        element.words.insert(folded(word))
      }
    }
    return element
  }

  private static func folded(_ word: Substring) -> String { String(NormalizedText(String(word))) }

  /// The shortest match that starts at a word.
  func match(_ words: [PhraseWord], at start: Int) -> Match? {
    guard let first = elements.first, first.matches(words[start]) else { return nil }
    return match(words, element: 1, after: Match(words: start..<start + 1, gaps: []))
  }

  /// Whether the pattern, its first gap included, follows the word before `end`.
  func follows(_ words: [PhraseWord], at end: Int) -> Bool {
    match(words, element: 0, after: Match(words: end - 1..<end, gaps: [])) != nil
  }

  private func match(_ words: [PhraseWord], element index: Int, after match: Match) -> Match? {
    guard index < elements.count else { return match }
    let element = elements[index]
    var gaps = match.gaps
    var next = match.words.upperBound
    for _ in 0...element.gap {
      guard next < words.count, joins(words[next - 1], words[next], element) else { break }
      if element.matches(words[next]) {
        let longer = Match(words: match.words.lowerBound..<next + 1, gaps: gaps)
        if let found = self.match(words, element: index + 1, after: longer) { return found }
      }
      gaps.append(next)
      next += 1
    }
    return element.isOptional ? self.match(words, element: index + 1, after: match) : nil
  }

  private func joins(_ left: PhraseWord, _ right: PhraseWord, _ element: Element) -> Bool {
    element.gapCrossesClauses ? left.sentence == right.sentence : left.clause == right.clause
  }
}
