/// Values known to be personal, found word by word.
struct PersonalDictionary: Sendable {
  private struct Entry: Sendable {
    let kind: PIIKind
    let words: [String]
  }

  private let entries: [String: [Entry]]
  /// The first letters of all values.
  private let initials: Set<Unicode.Scalar>

  init(_ values: [PersonalValue]) {
    var entries: [String: [Entry]] = [:]
    for value in values {
      let text = NormalizedText(value.text)
      let words = Self.words(of: text).map { Self.letters(of: $0, in: text) }
      guard let first = words.first, words.reduce(0, { $0 + $1.unicodeScalars.count }) >= 3 else { continue }
      entries[first, default: []].append(Entry(kind: value.kind, words: words))
    }
    initials = Set(entries.keys.compactMap(\.unicodeScalars.first))
    // The longest value first, so that a full name is not found as its first name.
    self.entries = entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The values in a text.
  func spans(in text: NormalizedText) -> [PIISpan] {
    guard !entries.isEmpty else { return [] }
    let words = Self.words(of: text)
    var spans: [PIISpan] = []
    for (index, word) in words.enumerated() where canBegin(with: text.scalars[word.lowerBound]) {
      guard let candidates = entries[Self.letters(of: word, in: text)] else { continue }
      let rest = words[index...]
      let entry = candidates.first { entry in
        rest.starts(with: entry.words) { Self.letters(of: $0, in: text) == $1 }
      }
      if let entry {
        let end = words[index + entry.words.count - 1].upperBound
        spans.append(PIISpan(kind: entry.kind, range: word.lowerBound..<end))
      }
    }
    return spans
  }

  /// Most words of a text begin like no value, and need not be read; letters beyond ASCII are read to be sure.
  private func canBegin(with scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || initials.contains(scalar.asciiLowercased)
  }

  private static func letters(of word: Range<Int>, in text: NormalizedText) -> String {
    text.text(of: word).lowercased()
  }

  private static func words(of text: NormalizedText) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < text.scalars.count {
      var end = index
      while let scalar = text[end], scalar.isWordLike { end += 1 }
      if end > index { words.append(index..<end) }
      index = max(end, index + 1)
    }
    return words
  }
}
