/// Finds personal data in text, however it is spaced and in whatever digits it is written (domain rules §4.2).
///
/// ```swift
/// let found = PIIDetector().matches(in: "ＰＡＮ ＡＢＣＰＥ１２３４Ｆ")
/// print(found[0].kind.rawValue, found[0].start, found[0].end)  // PAN 4 14
/// ```
public struct PIIDetector: Sendable {
  private let dictionary: PersonalDictionary

  /// Makes a detector.
  ///
  /// - Parameter personalValues: names, addresses and other values known to be personal. Values without at least
  ///   three letters or digits are ignored, since they would match everywhere.
  public init(personalValues: [PersonalValue] = []) {
    dictionary = PersonalDictionary(personalValues)
  }

  /// Personal data in a text, without overlaps, in order.
  public func matches(in text: String) -> [PIIMatch] {
    matches(in: NormalizedText(text))
  }

  func matches(in text: NormalizedText) -> [PIIMatch] {
    spans(in: text).map { span in
      let range = text.originalRange(of: span.range)
      return PIIMatch(
        kind: span.kind, start: range.lowerBound, end: range.upperBound,
        text: text.originalText(of: span.range))
    }
  }

  /// Whether a text holds any personal data.
  public func contains(in text: String) -> Bool {
    !spans(in: NormalizedText(text)).isEmpty
  }

  private func spans(in text: NormalizedText) -> [PIISpan] {
    let scan = PIIScan(text)
    // Earlier finds win over later ones that overlap them: what stands after a keyword is what the keyword says.
    var found: [PIISpan] = []
    let candidates = scan.addresses() + scan.numbers() + dictionary.spans(in: text, words: scan.words)
    guard !candidates.isEmpty else { return [] }
    let masks = scan.masks()
    for candidate in candidates {
      let isFree =
        !masks.contains { $0.overlaps(candidate.range) }
        && !found.contains { $0.range.overlaps(candidate.range) }
      if isFree { found.append(candidate) }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Personal data found in folded text.
struct PIISpan: Hashable {
  /// What it is.
  let kind: PIIKind
  /// Its place in the folded text.
  let range: Range<Int>
}
