extension MentionScanner {
  /// Joins what is one figure in two parts: `15 years 5 months`, `1 crore 20 lakh`.
  func joinCompounds(_ mentions: [NumberMention]) -> [NumberMention] {
    mentions.reduce(into: []) { joined, mention in
      if let last = joined.last, isJoint(last.tokens.upperBound..<mention.tokens.lowerBound),
        let compound = compound(last, mention)
      {
        joined[joined.count - 1] = compound
      } else {
        joined.append(mention)
      }
    }
  }

  private func isJoint(_ gap: Range<Int>) -> Bool {
    guard let only = gap.first, gap.count == 1 else { return gap.isEmpty }
    return token(only)?.symbol == "," || word(only).map(["and", "और"].contains) ?? false
  }

  private func compound(_ first: NumberMention, _ second: NumberMention) -> NumberMention? {
    guard second.sign == .none, !second.hasCurrency, let high = first.magnitude, let low = second.magnitude
    else {
      return nil
    }
    var joined = first
    joined.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    joined.text = text(joined.tokens)
    joined.decimals = second.decimals
    switch (first.dimension, second.dimension) {
    case (.years, .months) where first.decimals == 0 && low < ExactDecimal(12):
      joined.magnitude = high * ExactDecimal(12) + low
      joined.dimension = .months
      return joined
    case (.rupees, .plain), (.rupees, .rupees), (.plain, .plain), (.plain, .rupees):
      guard first.power > second.power, second.power > 0, first.decimals == -first.power,
        low < .ten(first.power)
      else { return nil }
      joined.magnitude = high + low
      joined.power = second.power
      if first.isPlain { joined.dimension = second.dimension }
      return joined
    default:
      return nil
    }
  }

  /// Gives both ends of a range what only one of them carries: `5 to 7 years`, `₹10-12 lakh`.
  func joinRanges(_ mentions: [NumberMention]) -> [NumberMention] {
    var mentions = mentions
    for index in mentions.indices.dropFirst() {
      let (low, high) = (mentions[index - 1], mentions[index])
      guard isRange(low.tokens.upperBound..<high.tokens.lowerBound) else { continue }
      if low.power == 0, high.power > 0, !high.hasCurrency, low.isPlain || low.dimension == .rupees {
        mentions[index - 1].scale(by: high.power)
      }
      if low.isPlain, !high.isPlain, !high.isDate {
        mentions[index - 1].dimension = high.dimension
      } else if high.isPlain, low.dimension == .rupees || low.dimension == .foreignMoney {
        mentions[index].dimension = low.dimension
      }
    }
    return mentions
  }

  private func isRange(_ gap: Range<Int>) -> Bool {
    guard gap.count == 1, let token = token(gap.lowerBound) else { return false }
    return token.word.map(NumberLexicon.rangeWords.contains)
      ?? token.symbol.map(NumberLexicon.rangeSigns.contains) ?? false
  }
}

extension NumberMention {
  fileprivate var isDate: Bool {
    if case .date = dimension { true } else { false }
  }
}
