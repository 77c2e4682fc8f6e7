/// Finds figures that the words around them call something else than their facts are.
struct MeasureWording {
  let text: ProseText
  let facts: [String: Fact]

  /// The marker of each figure that is miscalled, and what it is.
  func faults() -> [(range: Range<Int>, detail: String)] {
    let markers = text.tokens.filter { $0.kind == .marker }
    guard markers.contains(where: { measure($0) != nil }) else { return [] }
    let words = Self.matcher.matches(in: text)
    let sentences = SentencePlaces(text)
    var faults: [(range: Range<Int>, detail: String)] = []
    var previous = 0
    for marker in markers {
      defer { previous = marker.range.upperBound }
      guard let measure = measure(marker) else { continue }
      let sentence = sentences.sentence(at: marker.range.lowerBound)
      let beside = words.filter { sentences.sentence(at: $0.folded.lowerBound) == sentence }
      let about = beside.filter {
        $0.folded.lowerBound >= previous && $0.folded.upperBound <= marker.range.lowerBound
          || follows($0.folded.lowerBound, marker)
      }
      if measure == .probability {
        guard !beside.contains(where: { $0.kind == .chance }) else { continue }
        faults.append((marker.range, "\(marker.text) cites \(measure.name)"))
      } else if let wrong = about.first(where: { measure.contradictions.contains($0.kind) }) {
        let written = text.folded.originalText(of: wrong.folded)
        faults.append((wrong.folded, "“\(written)” is said of \(marker.text), which is \(measure.name)"))
      }
    }
    return faults
  }

  private func measure(_ marker: TextToken) -> Measure? { facts[marker.text].flatMap(Measure.init) }

  /// Whether a word is the first one behind a marker: “12% [f1] a year”.
  private func follows(_ position: Int, _ marker: TextToken) -> Bool {
    position > marker.range.upperBound
      && text.folded.scalars[marker.range.upperBound..<position].allSatisfy { $0 == " " }
  }

  // MARK: Words

  private static let matcher = PhraseMatcher<Measure.Word>([
    PhraseRule(.xirr, "xirr|एक्सआईआरआर|irr"),
    PhraseRule(.xirr, "internal rate"),
    PhraseRule(.cagr, "cagr|सीएजीआर|compound|compounded|compounding|चक्रवृद्धि"),
    PhraseRule(.absolute, "absolute|एब्सोल्यूट|निरपेक्ष|cumulative"),
    PhraseRule(.absolute, "total|overall return|returns|gain"),
    PhraseRule(.absolute, "कुल रिटर्न|प्रतिफल"),
    PhraseRule(.yearly, "annualised|annualized|annual|annually|yearly|सालाना|वार्षिक"),
    PhraseRule(.yearly, "a|per|each|every year|annum|yr"),
    PhraseRule(.yearly, "प्रति|हर वर्ष|साल|बरस"),
    PhraseRule(.yearly, "p a"),
    PhraseRule(.todaysMoney, "today's money|rupees|prices|terms|value"),
    PhraseRule(.todaysMoney, "in today's"),
    PhraseRule(.todaysMoney, "आज के ..1 रुपये|रुपयों|दामों|कीमतों|पैसों|मूल्य"),
    PhraseRule(.inflated, "inflated"),
    PhraseRule(.inflated, "after inflation"),
    PhraseRule(.inflated, "महंगाई ..2 जोड़कर|जोड़ने|सहित|मिलाकर"),
    PhraseRule(.real, "real return|returns|rate|terms|growth|value"),
    PhraseRule(.real, "inflation adjusted"),
    PhraseRule(.real, "after|above|over|net inflation"),
    PhraseRule(.real, "वास्तविक|असली रिटर्न|दर|मूल्य|बढ़त"),
    PhraseRule(.real, "महंगाई ..2 घटाकर|घटाने|बाद|हटाकर"),
    PhraseRule(
      .chance,
      "chance|chances|probability|likelihood|likely|odds|simulation*|simulated|path|paths|scenario*|cases|runs|times|courses"
        + "|संभावना*|सम्भावना*|आसार|सिमुलेशन*|परिदृश्य*|रास्तों|मामलों|बार|गुंजाइश", negatable: false),
  ])
}
