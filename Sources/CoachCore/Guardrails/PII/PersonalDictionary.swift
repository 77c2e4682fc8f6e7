/// Values known to be personal, found word by word.
struct PersonalDictionary: Sendable {
  private struct Entry: Sendable {
    let kind: PIIKind
    let words: [String]
  }

  private let entries: [String: [Entry]]

  init(_ values: [PersonalValue]) {
    var entries: [String: [Entry]] = [:]
    for value in values {
      let words = Self.words(of: NormalizedText(value.text)).map(\.text)
      guard let first = words.first, words.reduce(0, { $0 + $1.unicodeScalars.count }) >= 3 else { continue }
      entries[first, default: []].append(Entry(kind: value.kind, words: words))
    }
    // The longest value first, so that a full name is not found as its first name.
    self.entries = entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The values in a text.
  func spans(in text: NormalizedText) -> [PIISpan] {
    guard !entries.isEmpty else { return [] }
    let words = Self.words(of: text)
    var spans: [PIISpan] = []
    for (index, word) in words.enumerated() {
      guard let candidates = entries[word.text] else { continue }
      let rest = words[index...]
      if let entry = candidates.first(where: { rest.starts(with: $0.words) { $0.text == $1 } }) {
        let end = words[index + entry.words.count - 1].range.upperBound
        spans.append(PIISpan(kind: entry.kind, range: word.range.lowerBound..<end))
      }
    }
    return spans
  }

  private static func words(of text: NormalizedText) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    var index = 0
    while index < text.scalars.count {
      var end = index
      while let scalar = text[end], scalar.isWordLike { end += 1 }
      if end > index { words.append((text.text(of: index..<end).lowercased(), index..<end)) }
      index = max(end, index + 1)
    }
    return words
  }
}
