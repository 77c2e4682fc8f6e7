/// Tells in which sentence of a text a place stands.
struct SentencePlaces {
  private let starts: [Int]

  /// The sentences are those of the phrase patterns (``PhraseWord``).
  init(_ text: ProseText) {
    var starts: [Int] = []
    var last = -1
    for word in text.words where word.sentence != last {
      starts.append(word.range.lowerBound)
      last = word.sentence
    }
    self.starts = starts
  }

  /// The number of the sentence; a marker behind the last word belongs to that word's.
  func sentence(at position: Int) -> Int {
    (starts.firstIndex { $0 > position } ?? starts.count) - 1
  }
}
