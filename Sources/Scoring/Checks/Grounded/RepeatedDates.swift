/// Which dates of a text need no proof of their own, since they repeat one that it cites elsewhere.
struct RepeatedDates {
  private let tokens: [ProseToken]
  private let dates: [String: WrittenDate]
  /// The dates whose markers stand in the text; a citation nothing points at excuses nothing.
  private let cited: [WrittenDate]

  /// Takes the text and the date behind each marker that cites one.
  init(_ tokens: [ProseToken], dates: [String: WrittenDate]) {
    self.tokens = tokens
    self.dates = dates
    cited = tokens.flatMap { token -> [WrittenDate] in
      guard case .marker(let names) = token.kind else { return [] }
      return names.compactMap { dates[$0] }
    }
  }

  /// Whether a mention is such a date or year.
  ///
  /// None is where its own markers cite dates, and none where nothing but signs parts it from them: there the text says
  /// that this date is what they cite.
  func excuse(_ mention: NumberMention, coveredBy markers: [String]) -> Bool {
    guard cited.contains(where: { FactMatch.isPart(mention, of: $0) }), !isOrdinal(mention) else {
      return false
    }
    guard !markers.isEmpty else { return true }
    let follower = tokens[mention.tokens.upperBound...].first { $0.symbol == nil }
    return !markers.contains { dates[$0] != nil } && follower?.isMarker != true
  }

  /// `the 30th` alone may count anything.
  private func isOrdinal(_ mention: NumberMention) -> Bool {
    if case .plain(isOrdinal: true) = mention.dimension { true } else { false }
  }
}
