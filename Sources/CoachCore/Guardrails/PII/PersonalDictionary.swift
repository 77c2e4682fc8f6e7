/// Values known to be personal, found word by word.
struct PersonalDictionary: Sendable {
  private struct Entry: Sendable {
    let kind: PIIKind
    let words: [String]
  }

  private let entries: [String: [Entry]]
  /// The first letters of all values.
  private let initials: Initials

  init(_ values: [PersonalValue]) {
    var entries: [String: [Entry]] = [:]
    for value in values {
      let text = NormalizedText(value.text)
      let words = PIIScan(text).words.map { Self.letters(of: $0, in: text) }
      guard let first = words.first, words.reduce(0, { $0 + $1.unicodeScalars.count }) >= 3 else { continue }
      entries[first, default: []].append(Entry(kind: value.kind, words: words))
    }
    initials = Initials(of: entries.keys)
    // The longest value first, so that a full name is not found as its first name.
    self.entries = entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The values in a text.
  ///
  /// - Parameter words: its runs of letters and digits.
  func spans(in text: NormalizedText, words: [Range<Int>]) -> [PIISpan] {
    guard !entries.isEmpty else { return [] }
    var spans: [PIISpan] = []
    for (index, word) in words.enumerated() where initials.mayHold(text.scalars[word.lowerBound]) {
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

  private static func letters(of word: Range<Int>, in text: NormalizedText) -> String {
    text.lowercasedText(of: word)
  }

  /// First letters: most words of a text begin like no value and need not be read.
  private struct Initials: Sendable {
    /// By code, of ASCII's small letters and of Devanagari, which has no others.
    private var known = [Bool](repeating: false, count: 256)

    init(of words: some Sequence<String>) {
      for word in words {
        guard let place = word.unicodeScalars.first.flatMap(Self.place) else { continue }
        known[place] = true
      }
    }

    /// Letters of other scripts are held to begin a value, since what their small letters are is not told here.
    func mayHold(_ scalar: Unicode.Scalar) -> Bool { Self.place(of: scalar).map { known[$0] } ?? true }

    private static func place(of scalar: Unicode.Scalar) -> Int? {
      switch scalar.value {
      case 0..<0x80: Int(scalar.asciiLowercased.value)
      case 0x900...0x97F: Int(scalar.value) - 0x900 + 0x80
      default: nil
      }
    }
  }
}
