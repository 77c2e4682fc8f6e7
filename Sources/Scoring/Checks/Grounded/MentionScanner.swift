/// Finds the numbers of a text: numerals and number words with their signs, scales and units.
struct MentionScanner {
  let tokens: [ProseToken]
  private let identifiers: Set<String>

  init(_ tokens: [ProseToken], identifiers: Set<String>) {
    self.tokens = tokens
    self.identifiers = identifiers
  }

  func mentions() -> [NumberMention] {
    var mentions: [NumberMention] = []
    var lastOrdinal = 0
    var index = 0
    while index < tokens.count {
      if let end = identifierEnd(at: index) {
        index = end
      } else if let (ordinal, end) = listOrdinal(at: index, after: lastOrdinal) {
        lastOrdinal = ordinal
        index = end
      } else if let mention = date(at: index) ?? quantity(at: index) {
        mentions.append(mention)
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    return joinRanges(joinCompounds(mentions))
  }

  func token(_ index: Int) -> ProseToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  /// The token's word, if it is one of those.
  func word(_ index: Int) -> String? { token(index)?.word }

  /// Whether a token stands right after the one before.
  func isGlued(_ index: Int) -> Bool { token(index).map { !$0.isSpaced } ?? false }

  func text(_ range: Range<Int>) -> String {
    range.reduce(into: "") { text, index in
      if index > range.lowerBound, tokens[index].isSpaced { text += " " }
      text += tokens[index].text
    }
  }

  /// The end of a run of letters and digits that starts with a letter and is a known id, such as `g2`.
  private func identifierEnd(at index: Int) -> Int? {
    guard word(index) != nil, index == 0 || !isGlued(index) || word(index - 1) == nil else { return nil }
    var end = index + 1
    while isGlued(end), let token = token(end), token.word != nil || token.numeral != nil { end += 1 }
    let run = tokens[index..<end]
    guard run.contains(where: { $0.numeral != nil }) else { return nil }
    return identifiers.contains(run.map { $0.text.lowercased() }.joined()) ? end : nil
  }

  /// `1.` or `1)` where a line or sentence starts, if it counts on from the one before: a number on a line of its own
  /// would else slip through as an ordinal.
  private func listOrdinal(at index: Int, after last: Int) -> (ordinal: Int, end: Int)? {
    guard startsItem(index), let ordinal = token(index)?.numeral?.whole, ordinal == 1 || ordinal == last + 1,
      let sign = token(index + 1)?.symbol, sign == "." || sign == ")", isGlued(index + 1),
      token(index + 2)?.isSpaced ?? false
    else { return nil }
    return (ordinal, index + 2)
  }

  private func startsItem(_ index: Int) -> Bool {
    guard let before = token(index - 1) else { return true }
    if before.kind == .lineBreak || before.isMarker { return true }
    guard let symbol = before.symbol else { return false }
    if ".:;".contains(symbol) { return true }
    // Markdown and brackets may open a line.
    guard "*#>(_".contains(symbol) else { return false }
    return startsItem(index - 1)
  }
}
