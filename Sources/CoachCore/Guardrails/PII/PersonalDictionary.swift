/// Values known to be personal, found word by word.
struct PersonalDictionary: Sendable {
  private struct Entry: Sendable {
    let kind: PIIKind
    let words: [String]
  }

  private let entries: [String: [Entry]]
  /// Whether a value begins with a letter of ASCII, by its code.
  private let initials: [Bool]

  init(_ values: [PersonalValue]) {
    var entries: [String: [Entry]] = [:]
    for value in values {
      let text = NormalizedText(value.text)
      let words = Self.words(of: text).map { Self.letters(of: $0, in: text) }
      guard let first = words.first, words.reduce(0, { $0 + $1.unicodeScalars.count }) >= 3 else { continue }
      entries[first, default: []].append(Entry(kind: value.kind, words: words))
    }
    let letters = entries.keys.compactMap(\.unicodeScalars.first)
    initials = (0..<128).map { code in letters.contains { $0.value == code } }
    // The longest value first, so that a full name is not found as its first name.
    self.entries = entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The values in a text.
  func spans(in text: NormalizedText) -> [PIISpan] {
    guard !entries.isEmpty else { return [] }
    var spans: [PIISpan] = []
    var position = 0
    while let word = Self.word(from: position, in: text) {
      position = word.upperBound
      guard canBegin(with: text.scalars[word.lowerBound]),
        let candidates = entries[Self.letters(of: word, in: text)]
      else { continue }
      for entry in candidates {
        guard let end = Self.end(of: entry, at: word, in: text) else { continue }
        spans.append(PIISpan(kind: entry.kind, range: word.lowerBound..<end))
        break
      }
    }
    return spans
  }

  /// Most words of a text begin like no value, and need not be read; letters beyond ASCII are read to be sure.
  private func canBegin(with scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || initials[Int(scalar.asciiLowercased.value)]
  }

  /// One past the last word of a value whose first word stands here, nil when the others do not follow.
  private static func end(of entry: Entry, at first: Range<Int>, in text: NormalizedText) -> Int? {
    var end = first.upperBound
    for expected in entry.words.dropFirst() {
      guard let word = word(from: end, in: text), letters(of: word, in: text) == expected else { return nil }
      end = word.upperBound
    }
    return end
  }

  private static func letters(of word: Range<Int>, in text: NormalizedText) -> String {
    text.lowercasedText(of: word)
  }

  private static func words(of text: NormalizedText) -> [Range<Int>] {
    Array(sequence(first: 0..<0) { word(from: $0.upperBound, in: text) }.dropFirst())
  }

  /// The next word at a position or behind it.
  private static func word(from position: Int, in text: NormalizedText) -> Range<Int>? {
    var start = position
    while let scalar = text[start], !scalar.isWordLike { start += 1 }
    var end = start
    while let scalar = text[end], scalar.isWordLike { end += 1 }
    return start < end ? start..<end : nil
  }
}
